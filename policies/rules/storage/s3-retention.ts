import type { s3 } from "@pulumi/aws";
import type { Duration } from "../../../config/units/duration";
import type { Estate } from "../../estate";
import { shown } from "../../input-values";
import { problem, resourceRule } from "../../rule";
import { BUCKETS, settingProblems } from "../../s3/bucket-settings";
import { covers, enabledRules, type LifecycleRule } from "../../s3/lifecycle-rules";

const SECONDS_PER_DAY = 86_400;

type Contract = Estate["settings"]["retention"][string];

/** A lifecycle keeps what was promised of a bucket's objects, neither more nor less. */
export const s3Retention = resourceRule<s3.BucketArgs>(
  {
    id: "s3-retention",
    title: "Objects and superseded versions go exactly when the retention contract says, in every bucket",
    severity: "critical",
    enforcement: "mandatory",
    why: "A rule that deletes too early takes the backup that was promised, and what no rule deletes is kept and paid for without anybody having said so.",
    remediation:
      "Make the rules of the bucket's lifecycle say what vantage:policies.retention says of it, for all the keys that it is about; if the promise itself has changed, change both.",
    link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
  },
  {
    types: BUCKETS,
    check: (bucket, estate) => {
      const name = shown(bucket.inputs.bucket);
      const { retention } = estate.settings;
      const contract = retention[name];
      if (contract === undefined) {
        const promised = Object.keys(retention).join(", ") || "none";
        return [problem("bucket", `nothing was promised of ${name} in vantage:policies.retention; it has ${promised}`)];
      }
      return settingProblems<s3.BucketLifecycleConfigurationArgs>(
        bucket,
        "BucketLifecycleConfiguration",
        estate,
        (setting) => {
          const rules = enabledRules(setting.inputs.rules);
          return [...aboutObjects(rules, contract), ...aboutSuperseded(rules, contract)].map(
            (complaint) => `${setting.name}: ${complaint}`,
          );
        },
      );
    },
  },
);

function aboutObjects(rules: readonly LifecycleRule[], { objects, prefix }: Contract): readonly string[] {
  const expiring = rules.filter(({ expiration }) => expiration?.days || expiration?.date);
  const promised = objects === undefined ? "to be kept for good" : `to be kept ${objects}`;
  const wrong = expiring
    .filter(({ expiration }) => expiration?.date || !lasts(expiration?.days, objects))
    .map(({ id, expiration }) => {
      const when = expiration?.date ? `on ${expiration.date}` : `after ${expiration?.days}d`;
      return `rule ${id} expires objects ${when}; they were promised ${promised}`;
    });
  return objects === undefined || expiring.some((rule) => covers(rule, prefix))
    ? wrong
    : [...wrong, `no enabled rule expires all objects${below(prefix)}; they were promised ${promised}`];
}

function aboutSuperseded(rules: readonly LifecycleRule[], { superseded, prefix }: Contract): readonly string[] {
  const expiring = rules.flatMap((rule) => {
    const { noncurrentVersionExpiration: expiration } = rule;
    return expiration === undefined || expiration === null ? [] : [{ rule, expiration }];
  });
  const promised = `to be kept ${superseded}`;
  const wrong = expiring.flatMap(({ rule: { id }, expiration: { noncurrentDays, newerNoncurrentVersions } }) => [
    ...(lasts(noncurrentDays, superseded)
      ? []
      : [`rule ${id} expires superseded versions after ${noncurrentDays}d; they were promised ${promised}`]),
    ...(newerNoncurrentVersions
      ? [`rule ${id} keeps ${newerNoncurrentVersions} superseded versions of any age; they were promised ${promised}`]
      : []),
  ]);
  return expiring.some(({ rule }) => covers(rule, prefix))
    ? wrong
    : [...wrong, `no enabled rule expires all superseded versions${below(prefix)}; they were promised ${promised}`];
}

function below(prefix: string): string {
  return prefix === "" ? "" : ` below ${prefix}`;
}

function lasts(days: unknown, promised: Duration | undefined): boolean {
  return Number(days) * SECONDS_PER_DAY === promised?.seconds;
}
