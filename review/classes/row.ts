import type { Json, KubeObject } from "../../charts/kube-object";
import type { PlannedResource } from "../../policies/resource";
import type { ChangeClass } from "../change";
import type { Difference } from "../diff/compare";

/** One side of a change: all that is there. */
export interface Side {
  readonly resources: readonly PlannedResource[];
  readonly objects: readonly KubeObject[];
}

/** What is around a change: for what depends on something else, such as the nodes of a launch template. */
export interface Surroundings {
  readonly base: Side;
  readonly head: Side;
}

/** A thing as a table reads it. */
export interface Subject {
  /** Token of a resource's type, `aws:sqs/queue:Queue`; group and kind of an object, wherever it was found: `apps/Deployment`, `ConfigMap`. */
  readonly type: string;
  /** URN of a resource; left out for an object of the manifests. */
  readonly urn?: string;
  /** Inputs of the resource or the whole object; left out on the side that doesn't have it. */
  readonly before?: Fields;
  readonly after?: Fields;
  readonly around: Surroundings;
}

/** Fields by their names. */
export type Fields = { readonly [key: string]: Json };

/** What a change does, and why. */
export interface Judgement {
  readonly class: ChangeClass;
  readonly reason: string;
  /** Whether the thing is deleted and made again for it, so that what names it gets another name. */
  readonly replaces?: true;
  /** Whether it holds for all that comes or goes with a mapping or list, too; else the worst counts of what is in it. */
  readonly final?: true;
}

/** What a table knows of a field. */
export interface FieldRow extends Pick<Judgement, "class" | "replaces" | "final"> {
  /** Keys from the top, without members of lists; `*` for any. It is about the field and all below it. */
  readonly path: readonly string[];
  /** Which of its changes; default each. */
  readonly when?: (change: Difference, subject: Subject) => boolean;
  /** Why, in a sentence without a full stop. */
  readonly reason: string | ((change: Difference, subject: Subject) => string);
  /** Where that is known from. */
  readonly source: string;
}

/** What a table knows of the adding or removing of a thing. */
export interface LifeRow extends Pick<Judgement, "class"> {
  /** Of which; default each. */
  readonly when?: (subject: Subject) => boolean;
  /** See {@link FieldRow.reason}. */
  readonly reason: string | ((subject: Subject) => string);
  readonly source: string;
}

/** What a table knows of some types of things. In each list the first row that fits counts. */
export interface TypeRows {
  /** Types as in {@link Subject.type}; a beginning that ends with `:` or `/` stands for all of its kind. */
  readonly of: readonly string[];
  readonly fields?: readonly FieldRow[];
  readonly added?: readonly LifeRow[];
  readonly removed?: readonly LifeRow[];
}
