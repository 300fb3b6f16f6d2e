import { HELM_RELEASE } from "../../sandbox/kubernetes/object-kind";
import { WORST_FIRST } from "../change";
import { type Difference, inside, type Reading } from "../diff/compare";
import { diffPathText, fits, keysOf } from "../diff/diff-path";
import { objectReading } from "../diff/object-reading";
import { resourceReading } from "../diff/resource-reading";
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

/**
 * What a difference in a thing that stays does, and why; what holds data loses it where the thing is replaced. Of a mapping or list that comes or goes as a whole the worst counts that
 * it does, or what is in it.
 */
export function judgeField(change: Difference, subject: Subject): Judgement {
  const reading = isObject(subject) ? objectReading(subject.type) : resourceReading(subject.type);
  const found = withParts(change, subject, reading);
  const sure = found.filter((one) => one !== undefined);
  // What nobody has looked up counts, too, but what is known tells more.
  return (found.includes(undefined) ? [...sure, unknown(change, subject)] : sure).reduce(worse);
}

/** What is known of a difference and of all that is in it; undefined for what isn't. */
function withParts(change: Difference, subject: Subject, reading: Reading): readonly (Judgement | undefined)[] {
  const whole = judged(change, subject);
  if (whole?.final === true) return [whole];
  return [whole, ...inside(change, reading).flatMap((part) => withParts(part, subject, reading))];
}

/** The worse of two, the first of two that are as bad; what either replaces is replaced. */
function worse(one: Judgement, other: Judgement): Judgement {
  const lead = WORST_FIRST.indexOf(other.class) < WORST_FIRST.indexOf(one.class) ? other : one;
  return one.replaces === true || other.replaces === true ? { ...lead, replaces: true } : lead;
}

/** What is known of one difference, whatever is in it. */
function judged(change: Difference, subject: Subject): Judgement | undefined {
  const found = known(change, subject);
  const judgement = withoutMeaning(change, found, subject) ?? found;
  return judgement?.replaces === true ? withLoss(judgement, subject) : judgement;
}

/**
 * What a difference does that means nothing: nothing, but where it takes another object. Pulumi decides on that by comparing texts; providers of AWS read what means the same as the same.
 *
 * Source: pulumi-kubernetes, provider/pkg/provider/diff.go (forceNew by the paths of a patch).
 */
function withoutMeaning({ same }: Difference, found: Judgement | undefined, subject: Subject): Judgement | undefined {
  if (same === undefined) return undefined;
  return isObject(subject) && found?.replaces === true
    ? { ...found, reason: `${found.reason}; it is ${same}, but texts are compared` }
    : { class: "no effect", reason: same };
}

/** What a replacement does: what deleting the thing does, where that is worse. */
export function withLoss(judgement: Judgement, subject: Subject): Judgement {
  const deletion = judgeLife("removed", subject);
  if (deletion.class !== "data loss" || judgement.class === "data loss") return judgement;
  return { ...judgement, class: "data loss", reason: `${judgement.reason}; ${deletion.reason}` };
}

function known(change: Difference, subject: Subject): Judgement | undefined {
  return isObject(subject) ? ofObject(change, subject) : ofResource(change, subject);
}

function isObject({ type }: Subject): boolean {
  return !type.includes(":");
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
  const found =
    rowed(fieldRows(subject.type), change, subject) ??
    inPods ??
    immutableField(change, subject) ??
    rowed(ANY_OBJECT_FIELDS, change, subject);
  // Elsewhere than in pods, and in what can't change, the order of what has names, or is a set, means nothing.
  const ofOrder = inPods === undefined && found?.replaces !== true ? ordered(change) : undefined;
  return ofOrder ?? found;
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
  const { class: is, reason, replaces, final } = row;
  return {
    class: is,
    reason: typeof reason === "string" ? reason : reason(change, subject),
    ...(replaces === true ? { replaces } : {}),
    ...(final === true ? { final } : {}),
  };
}

/** Honest about what nobody has looked up. */
function unknown({ path }: Difference, { type }: Subject): Judgement {
  return { class: "in place", reason: `not in the table, so taken for in place: ${diffPathText(path)} of ${type}` };
}
