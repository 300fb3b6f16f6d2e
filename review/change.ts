import type { Json } from "../charts/kube-object";

/**
 * What a change does to what runs, the worst last.
 *
 * - `no effect`: another text for the same thing (`1000m` for `1`), or something only people read.
 * - `in place`: applied while everything goes on.
 * - `rolling`: pods or nodes are replaced one after the other; what has a second copy stays up.
 * - `replacement`: something is deleted and made again, and is gone or unreachable in between.
 * - `data loss`: data that exists goes, now or by a rule that the change sets.
 */
export const CHANGE_CLASSES = ["no effect", "in place", "rolling", "replacement", "data loss"] as const;

/** See {@link CHANGE_CLASSES}. */
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** The worse of several classes; `no effect` for none. */
export function worst(classes: readonly ChangeClass[]): ChangeClass {
  return CHANGE_CLASSES[Math.max(0, ...classes.map((one) => CHANGE_CLASSES.indexOf(one)))] ?? "no effect";
}

/** The order of readers: the worst first. */
export const WORST_FIRST: readonly ChangeClass[] = [...CHANGE_CLASSES].reverse();

/** What a class means, for somebody who hasn't read {@link CHANGE_CLASSES}. */
export const MEANINGS: Readonly<Record<ChangeClass, string>> = {
  "no effect": "another text for the same thing, or something that only people and rules read.",
  "in place": "it is applied while everything goes on.",
  rolling: "pods or nodes are replaced one after the other; what has a second copy stays up.",
  replacement: "something is deleted and made again, and is gone or unreachable in between.",
  "data loss": "data that exists goes, now or by a rule that the change sets.",
};

/** What a change is of. */
export interface ChangedThing {
  /** Where it was found: a resource of the plan, or an object of the manifests. */
  readonly side: "plan" | "manifests";
  /** For readers, and the key of acknowledgements: `aws:sqs/queue:Queue name`, `apps/Deployment namespace/name`. */
  readonly name: string;
  /** Type of the resource (`aws:sqs/queue:Queue`) or group and kind of the object (`apps/Deployment`). */
  readonly type: string;
  /** Whether the engine refuses to delete it, or it holds data in the cluster. */
  readonly protected: boolean;
}

/** One field that differs. */
export interface FieldChange {
  /** `spec.template.spec.containers[name=main].image`: members of lists by their merge keys, else by position. */
  readonly path: string;
  /** Left out where the field is new. */
  readonly before?: Json;
  /** Left out where the field is gone. */
  readonly after?: Json;
  readonly class: ChangeClass;
  /** Why it is of that class, in a sentence: "EKS replaces a node group whose instance types change". */
  readonly reason: string;
}

/** What a change does to one thing. */
export interface Change {
  readonly thing: ChangedThing;
  readonly operation: "added" | "removed" | "changed";
  /** Of a changed thing, in the order of their paths. */
  readonly fields: readonly FieldChange[];
  /** The worst of the fields, or what adding or removing the thing does. */
  readonly class: ChangeClass;
  readonly reason: string;
}

/** The worst of all changes. */
export function leadingClass(changes: readonly Change[]): ChangeClass {
  return worst(changes.map((change) => change.class));
}
