import { type KubeObject, referenceOf, referenceText } from "../charts/kube-object";
import type { Estate } from "./estate";
import { Unreadable } from "./resource";
import type { Judgement, Problem, Rule, RuleDescription } from "./rule";

/** A rule about something that may stand in objects of many kinds, such as an image. */
export interface AnyObjectCheck {
  /** What it is about, for readers. */
  readonly appliesTo: readonly string[];
  /**
   * What is wrong with one object; undefined where there is nothing of the kind in it.
   *
   * @throws {Unreadable} when only the cloud knows it: the rule is then not evaluated for the object
   */
  readonly check: (object: KubeObject, estate: Estate) => readonly Problem[] | undefined;
}

/** A rule that looks at every object and applies where it finds what it is about. */
export function anyObjectRule(description: RuleDescription, { appliesTo, check }: AnyObjectCheck): Rule {
  return {
    ...description,
    appliesTo,
    judge: (estate) => estate.objects.flatMap((object) => judgements(object, () => check(object, estate))),
  };
}

function judgements(object: KubeObject, check: () => readonly Problem[] | undefined): readonly Judgement[] {
  const subject = { text: referenceText(referenceOf(object)) };
  try {
    const problems = check();
    if (problems === undefined) return [];
    if (problems.length === 0) return [{ subject, outcome: "pass" }];
    return problems.map((found) => ({ subject, outcome: "violation", ...found }));
  } catch (error) {
    if (error instanceof Unreadable) return [{ subject, outcome: "not evaluated", message: error.message }];
    throw error;
  }
}
