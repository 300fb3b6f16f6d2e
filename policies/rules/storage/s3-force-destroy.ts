import type { s3 } from "@pulumi/aws";
import { isTrue } from "../../input-values";
import { problem, resourceRule } from "../../rule";
import { BUCKETS } from "../../s3/bucket-settings";

/** A bucket with objects in it can't be deleted. */
export const s3ForceDestroy = resourceRule<s3.BucketArgs>(
  {
    id: "s3-force-destroy",
    title: "No bucket is emptied in order to delete it",
    severity: "critical",
    enforcement: "mandatory",
    why: "Taking a bucket out of the program would delete all its objects and their versions without another word; S3 refuses to delete a bucket that has any.",
    remediation:
      "Set forceDestroy to false or leave it out. Whoever means to delete the data empties the bucket first.",
    link: "https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucket/",
  },
  {
    types: BUCKETS,
    check: ({ inputs: { forceDestroy } }) =>
      isTrue(forceDestroy) ? [problem("forceDestroy", `is ${forceDestroy}; it has to be false`)] : [],
  },
);
