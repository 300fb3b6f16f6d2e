import type { s3 } from "@pulumi/aws";
import { shown } from "../../input-values";
import { resourceRule } from "../../rule";
import { BUCKETS, settingProblems } from "../../s3/bucket-settings";

/** A bucket keeps what was overwritten or deleted. */
export const s3Versioning = resourceRule<s3.BucketArgs>(
  {
    id: "s3-versioning",
    title: "Every bucket keeps versions",
    severity: "high",
    enforcement: "mandatory",
    why: "Whoever overwrites or deletes an object, by mistake or by malice, would otherwise destroy it at once.",
    remediation: "Give the bucket a BucketVersioning with versioningConfiguration.status Enabled.",
    link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  },
  {
    types: BUCKETS,
    check: (bucket, estate) =>
      settingProblems<s3.BucketVersioningArgs>(bucket, "BucketVersioning", estate, ({ name, inputs }) => {
        const status = inputs.versioningConfiguration?.status;
        return status === "Enabled" ? [] : [`status of ${name} is ${shown(status)}; it has to be Enabled`];
      }),
  },
);
