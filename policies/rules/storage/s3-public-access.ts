import type { s3 } from "@pulumi/aws";
import { isTrue, shown } from "../../input-values";
import { resourceRule } from "../../rule";
import { BUCKETS, settingProblems } from "../../s3/bucket-settings";

/** The four doors, all of which have to be shut. */
const DOORS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

/** Nothing can make a bucket public. */
export const s3PublicAccess = resourceRule<s3.BucketArgs>(
  {
    id: "s3-public-access",
    title: "Every bucket blocks public access, in all four ways",
    severity: "critical",
    enforcement: "mandatory",
    why: "One ACL or one policy statement would otherwise be enough to show a bucket to the world.",
    remediation: "Give the bucket a BucketPublicAccessBlock with all four settings true.",
    link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  },
  {
    types: BUCKETS,
    check: (bucket, estate) =>
      settingProblems<s3.BucketPublicAccessBlockArgs>(bucket, "BucketPublicAccessBlock", estate, ({ name, inputs }) =>
        DOORS.filter((door) => !isTrue(inputs[door])).map(
          (door) => `${door} of ${name} is ${shown(inputs[door])}; it has to be true`,
        ),
      ),
  },
);
