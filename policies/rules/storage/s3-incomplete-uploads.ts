import type { s3 } from "@pulumi/aws";
import { resourceRule } from "../../rule";
import { BUCKETS, settingProblems } from "../../s3/bucket-settings";
import { covers, enabledRules } from "../../s3/lifecycle-rules";

/** Days after which S3 has to have dropped an upload that never completed: the time in which AWS's own examples do. */
const LONGEST_DAYS = 7;

/** Parts of abandoned uploads don't stay. */
export const s3IncompleteUploads = resourceRule<s3.BucketArgs>(
  {
    id: "s3-incomplete-uploads",
    title: `Every bucket drops uploads that were not completed within ${LONGEST_DAYS} days`,
    severity: "low",
    enforcement: "mandatory",
    why: "The parts of an upload that broke off are paid for, and no listing of the bucket shows them.",
    remediation: `Add an enabled rule for all objects to the bucket's lifecycle, with abortIncompleteMultipartUpload after at most ${LONGEST_DAYS} days.`,
    link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html",
  },
  {
    types: BUCKETS,
    check: (bucket, estate) =>
      settingProblems<s3.BucketLifecycleConfigurationArgs>(
        bucket,
        "BucketLifecycleConfiguration",
        estate,
        ({ name, inputs }) => {
          const days = enabledRules(inputs.rules)
            .filter((rule) => covers(rule, ""))
            .map((rule) => Number(rule.abortIncompleteMultipartUpload?.daysAfterInitiation ?? 0))
            .filter((after) => after > 0);
          // Of several rules S3 follows the one that is due first.
          const first = Math.min(...days);
          if (first <= LONGEST_DAYS) return [];
          const given = days.length === 0 ? "no enabled rule for all objects drops" : `after ${first} days it drops`;
          return [`${name}: ${given} incomplete uploads; they have to go within ${LONGEST_DAYS} days`];
        },
      ),
  },
);
