import type { Unwrap } from "@pulumi/pulumi";
import { type PodTemplate, podTemplates } from "../charts/checks/pod-templates";
import { type KubeObject, pathText, referenceOf, referenceText } from "../charts/kube-object";
import { type Estate, kindOf } from "./estate";
import { type Resource, resourceText, Unreadable } from "./resource";

/** How bad a violation is: data lost or an account open; an outage or a way in; a weakness; a matter of order. */
export type Severity = "critical" | "high" | "medium" | "low";

/** Whether a violation stops a preview and an update, or is only told. */
export type Enforcement = "mandatory" | "advisory";

/** What is said of every rule: the catalogue `docs/policies.md` is made of it. */
export interface RuleDescription {
  /** Name of the rule and of its file. */
  readonly id: string;
  /** What holds, in a sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** Advisory only where a person has to weigh. */
  readonly enforcement: Enforcement;
  /** What happens otherwise, in a sentence. */
  readonly why: string;
  /** The way out, as an instruction. */
  readonly remediation: string;
  /** Where to read on: a public page of the service or of Kubernetes. */
  readonly link: string;
}

/** What a rule finds wrong with what it looks at. */
export interface Problem {
  /** Where: a path from the top of the inputs or the object, such as `spec.replicas`. */
  readonly path: string;
  /** What was given and what is allowed. */
  readonly message: string;
}

/** What a rule says of one resource or object. */
export type Judgement = { readonly subject: Subject } & (
  | { readonly outcome: "pass" }
  | ({ readonly outcome: "violation" } & Problem)
  /** A value that the rule needs isn't known, or is secret. */
  | { readonly outcome: "not evaluated"; readonly message: string }
);

/** What a judgement is about. */
export interface Subject {
  /** For readers, and the key of exemptions: `aws:kms/key:Key keys-data`, `apps/Deployment istio-system/istiod`. */
  readonly text: string;
  /** Of a resource of the plan. */
  readonly urn?: string;
}

/** A rule: one file, one decision, and the same wherever it runs. */
export interface Rule extends RuleDescription {
  /** Whether it needs nothing but the resource that it judges, and so can judge one that is about to be made. */
  readonly alone?: boolean;
  /** What it is about, for readers: types of resources, kinds of objects. */
  readonly appliesTo: readonly string[];
  /** At least one judgement of each resource or object that it applies to. */
  readonly judge: (estate: Estate) => readonly Judgement[];
}

/** A rule about resources of the plan. */
export interface ResourceCheck<Inputs> {
  /** Tokens of the types. */
  readonly types: readonly string[];
  /** Which of them; by default all. */
  readonly when?: (resource: Resource<Inputs>, estate: Estate) => boolean;
  /** What is wrong with one. Inputs that can't be read need no thought here; see {@link Unreadable}. */
  readonly check: (resource: Resource<Inputs>, estate: Estate) => readonly Problem[];
}

/**
 * A rule about resources of some types.
 *
 * @typeParam Args - arguments of the type's class, such as `s3.BucketArgs`
 */
export function resourceRule<Args>(
  description: RuleDescription,
  { types, when = () => true, check }: ResourceCheck<Unwrap<Args>>,
): Rule {
  return {
    ...description,
    // What takes the estate looks at more than the resource.
    alone: check.length < 2 && when.length < 2,
    appliesTo: types,
    judge: (estate) =>
      types.flatMap((type) =>
        estate
          .ofType<Unwrap<Args>>(type)
          .flatMap((resource) =>
            judgements({ text: resourceText(resource), urn: resource.urn }, () =>
              when(resource, estate) ? check(resource, estate) : undefined,
            ),
          ),
      ),
  };
}

/** A rule about Kubernetes objects. */
export interface ObjectCheck {
  /** Kinds with their group: `apps/Deployment`, `/Service`. */
  readonly kinds: readonly string[];
  readonly when?: (object: KubeObject, estate: Estate) => boolean;
  readonly check: (object: KubeObject, estate: Estate) => readonly Problem[];
}

/** A rule about Kubernetes objects of some kinds. */
export function objectRule(description: RuleDescription, { kinds, when = () => true, check }: ObjectCheck): Rule {
  return {
    ...description,
    appliesTo: kinds,
    judge: (estate) =>
      estate.objects
        .filter((object) => kinds.includes(kindOf(object)))
        .flatMap((object) =>
          judgements({ text: referenceText(referenceOf(object)) }, () =>
            when(object, estate) ? check(object, estate) : undefined,
          ),
        ),
  };
}

/** A rule about the pods that Kubernetes makes of an object's template. */
export interface PodCheck {
  readonly when?: (template: PodTemplate, estate: Estate) => boolean;
  readonly check: (template: PodTemplate, estate: Estate) => readonly Problem[];
}

/** A rule about whatever has a pod template. */
export function podRule(description: RuleDescription, { when = () => true, check }: PodCheck): Rule {
  return {
    ...description,
    appliesTo: ["pod templates"],
    judge: (estate) =>
      podTemplates(estate.objects).flatMap((template) =>
        judgements({ text: referenceText(referenceOf(template.object)) }, () =>
          when(template, estate) ? check(template, estate) : undefined,
        ),
      ),
  };
}

/** A problem at a path of keys and list positions. */
export function problem(path: string | readonly (string | number)[], message: string): Problem {
  return { path: typeof path === "string" ? path : pathText(path), message };
}

/** The judgements of one subject; `undefined` means that the rule doesn't apply. */
export function judgements(subject: Subject, check: () => readonly Problem[] | undefined): readonly Judgement[] {
  try {
    const problems = check();
    if (problems === undefined) return [];
    if (problems.length === 0) return [{ subject, outcome: "pass" }];
    return problems.map(({ path, message }) => ({ subject, outcome: "violation", path, message }));
  } catch (error) {
    if (error instanceof Unreadable) return [{ subject, outcome: "not evaluated", message: error.message }];
    throw error;
  }
}
