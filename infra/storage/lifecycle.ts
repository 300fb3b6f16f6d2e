import type { types } from "@pulumi/aws";
import type { Platform } from "../../config/platform";

/** A bucket as configured. */
export type BucketConfig = Platform["storage"]["buckets"][string];

/** Rule of a bucket as S3 takes it. */
export type LifecycleRule = types.input.s3.BucketLifecycleConfigurationRule;

/**
 * Days after which the parts of an upload that never completed are deleted. They are paid for and no listing shows them; no upload
 * of this platform takes a week.
 */
export const ABORT_UPLOADS_AFTER_DAYS = 7;

/** Name of the rule that every bucket has beside its configured ones. */
export const ABORT_UPLOADS_RULE = "abort-incomplete-multipart-uploads";

/**
 * The lifecycle of a bucket: its retention contract as configured, and an end to abandoned uploads.
 *
 * In a versioned bucket expiration hides an object behind a delete marker; the object goes with `noncurrentExpiration` after that, and the marker with it.
 * A rule without expiration says explicitly that markers with nothing behind them go; beside an expiration in days S3 does it by itself and
 * refuses the field.
 *
 * Source: S3 user guide, "Lifecycle configuration elements"; document 000, section 2, for rule s3-redis-backup-lifecycle.
 */
export function lifecycleRules({ lifecycle }: Pick<BucketConfig, "lifecycle">): LifecycleRule[] {
  return [
    ...lifecycle.map(({ id, prefix, expiration, noncurrentExpiration }) => ({
      id,
      status: "Enabled",
      filter: { prefix },
      expiration: expiration === undefined ? { expiredObjectDeleteMarker: true } : { days: expiration.days },
      noncurrentVersionExpiration: { noncurrentDays: noncurrentExpiration.days },
    })),
    {
      id: ABORT_UPLOADS_RULE,
      status: "Enabled",
      filter: { prefix: "" },
      abortIncompleteMultipartUpload: { daysAfterInitiation: ABORT_UPLOADS_AFTER_DAYS },
    },
  ];
}
