import type { s3 } from "@pulumi/aws";
import { shown } from "../../input-values";
import { resourceRule } from "../../rule";
import { BUCKETS, settingProblems } from "../../s3/bucket-settings";

/** The only setting under which access lists mean nothing. */
const ENFORCED = "BucketOwnerEnforced";

/** A bucket's objects belong to its account. */
export const s3Ownership = resourceRule<s3.BucketArgs>(
  {
    id: "s3-ownership",
    title: "Every object belongs to the owner of its bucket, and access lists are off",
    severity: "medium",
    enforcement: "mandatory",
    why: "With access lists an uploader of another account owns what it uploads, and can open it or keep it from the bucket's owner; no policy would show it.",
    remediation: `Give the bucket a BucketOwnershipControls with rule.objectOwnership ${ENFORCED}, and let policies say who has access.`,
    link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
  },
  {
    types: BUCKETS,
    check: (bucket, estate) =>
      settingProblems<s3.BucketOwnershipControlsArgs>(bucket, "BucketOwnershipControls", estate, ({ name, inputs }) => {
        const ownership = inputs.rule?.objectOwnership;
        return ownership === ENFORCED
          ? []
          : [`objectOwnership of ${name} is ${shown(ownership)}; it has to be ${ENFORCED}`];
      }),
  },
);
