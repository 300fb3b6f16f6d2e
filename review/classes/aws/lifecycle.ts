import { isJsonList, isJsonMap } from "../../diff/canonical";
import type { Difference } from "../../diff/compare";
import { keysOf } from "../../diff/diff-path";
import { fromTo, lowered } from "../amounts";
import type { FieldRow, Fields, Subject, TypeRows } from "../row";

const LIFECYCLE =
  'Amazon S3 User Guide, "Managing the lifecycle of objects": a rule counts for objects that exist, too';

/** Numbers by which a rule deletes, and what none means: without days nothing is deleted, without a number of versions none is spared. */
const EXPIRIES = [
  { path: ["rules", "expiration", "days"], what: "objects", unit: "days", none: Number.POSITIVE_INFINITY },
  {
    path: ["rules", "noncurrentVersionExpiration", "noncurrentDays"],
    what: "superseded versions",
    unit: "days",
    none: Number.POSITIVE_INFINITY,
  },
  {
    path: ["rules", "noncurrentVersionExpiration", "newerNoncurrentVersions"],
    what: "superseded versions",
    unit: "versions that are spared",
    none: 0,
  },
];

const EXPIRY_ROWS: readonly FieldRow[] = EXPIRIES.map(({ path, what, unit, none }) => ({
  path,
  when: (change) => lowered(change, none),
  class: "data loss",
  reason: (change) =>
    `${what} are deleted sooner, ${fromTo(change, unit)}: S3 applies the rule to those that exist, too`,
  source: LIFECYCLE,
}));

/** What changes of the rules by which S3 deletes do. */
export const LIFECYCLE_ROWS: readonly TypeRows[] = [
  {
    of: ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"],
    added: [
      {
        when: (subject) => bucketExisted(subject) && rulesOf(subject.after).some(deletes),
        class: "data loss",
        reason: "S3 now deletes objects that so far were kept for ever, those that exist, too",
        source: LIFECYCLE,
      },
    ],
    removed: [{ class: "in place", reason: "nothing expires any more: objects are kept for ever", source: LIFECYCLE }],
    fields: [
      ...EXPIRY_ROWS,
      {
        path: ["rules", "expiration"],
        when: expiresSooner,
        class: "data loss",
        reason: (change) => `objects expire, ${fromTo(change)}: S3 applies the rule to those that exist, too`,
        source: LIFECYCLE,
      },
      {
        path: ["rules", "noncurrentVersionExpiration"],
        when: ({ path, before }) => before === undefined && path.at(-1) === "noncurrentVersionExpiration",
        class: "data loss",
        reason: "superseded versions expire that so far were kept, those that exist, too",
        source: LIFECYCLE,
      },
      {
        path: ["rules", "status"],
        when: (change, subject) => change.after === "Enabled" && ruleOf(change, subject).some(deletes),
        class: "data loss",
        reason: "a rule that deletes is switched on: S3 applies it to objects that exist, too",
        source: LIFECYCLE,
      },
      {
        path: ["rules", "filter"],
        when: (change, subject) => widens(change) && ruleOf(change, subject).some(deletes),
        class: "data loss",
        reason: (change) => `the rule now deletes objects that it left alone, ${fromTo(change)}`,
        source: LIFECYCLE,
      },
      {
        path: ["rules"],
        when: endsExpiry,
        class: "in place",
        reason: "no object is deleted sooner than before",
        source: LIFECYCLE,
        final: true,
      },
      {
        path: ["rules"],
        when: ({ before, after }) => before === undefined && isJsonMap(after) && deletes(after),
        class: "data loss",
        reason: "a rule is added that deletes: S3 applies it to objects that exist, too",
        source: LIFECYCLE,
      },
      {
        path: ["rules", "abortIncompleteMultipartUpload"],
        class: "in place",
        reason: "only parts of uploads that were never completed are deleted",
        source:
          'Amazon S3 User Guide, "Configuring a bucket lifecycle configuration to delete incomplete multipart uploads"',
      },
      {
        path: ["rules"],
        class: "in place",
        reason: "no object is deleted sooner than before",
        source: LIFECYCLE,
      },
    ],
  },
];

function rulesOf(inputs: Fields | undefined): readonly Fields[] {
  const rules = inputs?.rules;
  return isJsonList(rules) ? rules.filter(isJsonMap) : [];
}

/** Whether a rule that is on deletes objects or versions; a mark of a deletion is neither. */
function deletes(rule: Fields): boolean {
  const { expiration, noncurrentVersionExpiration, status } = rule;
  const expires = isJsonMap(expiration) && (expiration.days !== undefined || expiration.date !== undefined);
  return status !== "Disabled" && (expires || noncurrentVersionExpiration !== undefined);
}

/** Whether objects expire that didn't, or at an earlier date. */
function expiresSooner({ path, before, after }: Difference): boolean {
  if (keysOf(path).at(-1) === "date")
    return after !== undefined && (before === undefined || String(after) < String(before));
  return before === undefined && isJsonMap(after) && (after.days !== undefined || after.date !== undefined);
}

/** Whether a rule goes, or one that deletes nothing comes, or all that a rule deletes by goes: numbers in it bound nothing then. */
function endsExpiry({ path, before, after }: Difference): boolean {
  const step = path.at(-1);
  if (typeof step === "object")
    return after === undefined || (before === undefined && isJsonMap(after) && !deletes(after));
  return after === undefined && ["rules", "expiration", "noncurrentVersionExpiration"].includes(step ?? "");
}

/** Whether a filter now fits objects that it didn't. A prefix fits less only when it goes on where the other ended; any other condition that comes, less, too. */
function widens({ path, before, after }: Difference): boolean {
  if (keysOf(path).at(-1) !== "prefix") return before !== undefined;
  return !(typeof after === "string" && after.startsWith(typeof before === "string" ? before : ""));
}

/** The rule that a change is of. */
function ruleOf({ path }: Difference, { after }: Subject): readonly Fields[] {
  const [, step] = path;
  const member = typeof step === "object" ? step.member : "";
  return rulesOf(after).filter(({ id }, index) => member === `id=${id}` || member === String(index));
}

function bucketExisted({ after, around }: Subject): boolean {
  return around.base.resources.some(
    ({ type, inputs }) => type === "aws:s3/bucket:Bucket" && inputs.bucket === after?.bucket,
  );
}
