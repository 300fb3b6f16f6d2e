import { HELM_RELEASE } from "../../sandbox/kubernetes/object-kind";
import type { Difference } from "../diff/compare";
import { diffPathText, fits, keysOf } from "../diff/diff-path";
import { awsField } from "./aws/derived";
import { judgeLife, knownLife } from "./judge-life";
import { ANY_OBJECT_FIELDS } from "./objects/any-object";
import { immutableField } from "./objects/derived";
import { podChange } from "./objects/pod-templates";
import type { FieldRow, Judgement, Subject } from "./row";
import { fieldRows } from "./tables";

/** Inputs that are there for people and for bills. */
const LABELLING: FieldRow = {
  path: ["tags"],
  class: "in place",
  reason: "tags are for people, bills and conditions of policies: what runs is not touched",
  source: 'AWS General Reference, "Tagging your AWS resources"',
};

/** What a difference in a thing that stays does, and why; what holds data loses it where the thing is replaced. */
export function judgeField(change: Difference, subject: Subject): Judgement {
  if (change.same !== undefined) return { class: "no effect", reason: change.same };
  const judgement = known(change, subject) ?? unknown(change, subject);
  return judgement.replaces === true ? withLoss(judgement, subject) : judgement;
}

/** What a replacement does: what deleting the thing does, where that is worse. */
export function withLoss(judgement: Judgement, subject: Subject): Judgement {
  const deletion = judgeLife("removed", subject);
  if (deletion.class !== "data loss" || judgement.class === "data loss") return judgement;
  return { ...judgement, class: "data loss", reason: `${judgement.reason}; ${deletion.reason}` };
}

function known(change: Difference, subject: Subject): Judgement | undefined {
  const isObject = !subject.type.includes(":");
  return isObject ? ofObject(change, subject) : ofResource(change, subject);
}

function ofResource(change: Difference, subject: Subject): Judgement | undefined {
  // What a chart makes of the order of its values isn't known: it may be that of a pod template.
  const order = subject.type === HELM_RELEASE ? undefined : ordered(change);
  return (
    order ??
    rowed(fieldRows(subject.type), change, subject) ??
    rowed([LABELLING], change, subject) ??
    derived(change, subject)
  );
}

/** What follows from the sandbox's tables, with what the tables here know of deleting such a thing. */
function derived(change: Difference, subject: Subject): Judgement | undefined {
  const judgement = awsField(change, subject);
  const deletion = judgement?.replaces === true ? knownLife("removed", subject) : undefined;
  if (judgement === undefined || deletion?.class !== "replacement") return judgement;
  return { ...judgement, reason: `${judgement.reason}; ${deletion.reason}` };
}

function ofObject(change: Difference, subject: Subject): Judgement | undefined {
  const inPods = podChange(change, subject);
  // Elsewhere than in pods the order of what has names, or is a set, means nothing.
  return (
    (inPods === undefined ? ordered(change) : undefined) ??
    rowed(fieldRows(subject.type), change, subject) ??
    inPods ??
    immutableField(change, subject) ??
    rowed(ANY_OBJECT_FIELDS, change, subject)
  );
}

function ordered({ order }: Difference): Judgement | undefined {
  return order === true
    ? { class: "no effect", reason: "the same members in another order, which means nothing here" }
    : undefined;
}

function rowed(rows: readonly FieldRow[], change: Difference, subject: Subject): Judgement | undefined {
  const keys = keysOf(change.path);
  const row = rows.find(({ path, when }) => fits(keys, path, "start") && (when?.(change, subject) ?? true));
  if (row === undefined) return undefined;
  const { class: is, reason, replaces } = row;
  return {
    class: is,
    reason: typeof reason === "string" ? reason : reason(change, subject),
    ...(replaces === true ? { replaces } : {}),
  };
}

/** Honest about what nobody has looked up. */
function unknown({ path }: Difference, { type }: Subject): Judgement {
  return { class: "in place", reason: `not in the table, so taken for in place: ${diffPathText(path)} of ${type}` };
}
