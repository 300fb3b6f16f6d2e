import type { KubeObject } from "../charts/kube-object";
import { referenceOf, referenceText } from "../charts/kube-object";
import type { Estate } from "./estate";
import { problemsOfMalformed } from "./malformed";
import { type Resource, resourceText } from "./resource";
import { judgements, type Problem, type Rule, type RuleDescription, type Subject } from "./rule";

/** Something that a rule may look at. */
export interface Candidate {
  readonly subject: Subject;
  /** What is wrong with it; `undefined` where the rule doesn't apply. An input that it can't read is a problem, too; see `malformed.ts`. */
  readonly check: () => readonly Problem[] | undefined;
}

/** A rule about resources and objects that no list of types or kinds tells. */
export interface SubjectCheck {
  /** For readers, such as "resources of AWS that take tags". */
  readonly appliesTo: readonly string[];
  readonly candidates: (estate: Estate) => readonly Candidate[];
}

/** A rule that finds its subjects itself. */
export function subjectRule(description: RuleDescription, { appliesTo, candidates }: SubjectCheck): Rule {
  return {
    ...description,
    appliesTo,
    judge: (estate) =>
      candidates(estate).flatMap(({ subject, check }) => judgements(subject, () => problemsOfMalformed(check))),
  };
}

/** A resource as a subject. */
export function resourceSubject(resource: Pick<Resource, "urn" | "type" | "name">): Subject {
  return { text: resourceText(resource), urn: resource.urn };
}

/** An object as a subject. */
export function objectSubject(object: KubeObject): Subject {
  return { text: referenceText(referenceOf(object)) };
}
