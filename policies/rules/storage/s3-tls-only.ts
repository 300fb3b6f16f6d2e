import type { s3 } from "@pulumi/aws";
import { partitionArn } from "../../../config/derived/arn";
import { complaintsAbout } from "../../iam/resource-policy";
import { reachableWithoutTls } from "../../iam/tls-only";
import { resourceRule } from "../../rule";
import { BUCKETS, settingProblems } from "../../s3/bucket-settings";

/** A bucket answers to TLS only. */
export const s3TlsOnly = resourceRule<s3.BucketArgs>(
  {
    id: "s3-tls-only",
    title: "Every bucket's policy denies requests without TLS, on the bucket and on its objects",
    severity: "high",
    enforcement: "mandatory",
    why: "S3 answers plain HTTP, too: a client that is told the wrong URL sends backups and its signature readable through the network.",
    remediation:
      "Add a statement to the bucket's policy that denies s3:* to * on the bucket and on bucket/*, on the sole condition that aws:SecureTransport is false.",
    link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingEncryptionInTransit.html",
  },
  {
    types: BUCKETS,
    check: (bucket, estate) =>
      settingProblems<s3.BucketPolicyArgs>(bucket, "BucketPolicy", estate, ({ name, inputs: { policy } }) => {
        const arn = partitionArn(estate.platform.aws, "s3", `${bucket.inputs.bucket}`);
        return complaintsAbout(policy, (statements) =>
          reachableWithoutTls(statements, "s3", [arn, `${arn}/*`]).map(
            (open) => `lets requests without TLS through to ${open}; it has to deny them`,
          ),
        ).map((complaint) => `the policy ${name} ${complaint}`);
      }),
  },
);
