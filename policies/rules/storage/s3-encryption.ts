import type { s3, types } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import type { Estate } from "../../estate";
import { isTrue, shown } from "../../input-values";
import { customerKeyComplaint } from "../../kms/customer-key";
import type { Resource } from "../../resource";
import { resourceRule } from "../../rule";
import { BUCKETS, settingProblems } from "../../s3/bucket-settings";

type EncryptionRule = Unwrap<types.input.s3.BucketServerSideEncryptionConfigurationRule>;

/** Ways to encrypt: with keys of S3, with a KMS key, and twice with a KMS key, which admits no bucket key. Source: S3 API reference, `SSEAlgorithm`. */
const ALGORITHMS = ["AES256", "aws:kms", "aws:kms:dsse"];

/** A bucket says how it encrypts. */
export const s3Encryption = resourceRule<s3.BucketArgs>(
  {
    id: "s3-encryption",
    title: "Every bucket says how it encrypts: with keys of S3, or with a customer managed key and a bucket key",
    severity: "high",
    enforcement: "mandatory",
    why: "Who may read the data is otherwise nobody's decision, and without a bucket key each object is a call of KMS, which is paid for and counts against the account's rate.",
    remediation:
      "Give the bucket a BucketServerSideEncryptionConfiguration: AES256, or aws:kms with kmsMasterKeyId and bucketKeyEnabled true.",
    link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html",
  },
  {
    types: BUCKETS,
    check: (bucket, estate) =>
      settingProblems<s3.BucketServerSideEncryptionConfigurationArgs>(
        bucket,
        "BucketServerSideEncryptionConfiguration",
        estate,
        (setting) => {
          const rules = setting.inputs.rules ?? [];
          return rules.length === 0
            ? [`${setting.name} has no rules; one has to say how objects are encrypted`]
            : rules.flatMap((rule, index) =>
                complaintsOf(rule, setting, estate).map(
                  (complaint) => `rules[${index}] of ${setting.name}: ${complaint}`,
                ),
              );
        },
      ),
  },
);

function complaintsOf(rule: EncryptionRule, setting: Resource<unknown>, estate: Estate): readonly string[] {
  const algorithm = shown(rule.applyServerSideEncryptionByDefault?.sseAlgorithm);
  if (!ALGORITHMS.includes(algorithm)) return [`sseAlgorithm is ${algorithm}; allowed are ${ALGORITHMS.join(", ")}`];
  if (algorithm === "AES256") return [];
  const complaint = customerKeyComplaint(
    setting,
    () => rule.applyServerSideEncryptionByDefault?.kmsMasterKeyId,
    estate,
  );
  return [
    ...(complaint === undefined ? [] : [`kmsMasterKeyId ${complaint}`]),
    ...(algorithm !== "aws:kms" || isTrue(rule.bucketKeyEnabled)
      ? []
      : [`bucketKeyEnabled is ${shown(rule.bucketKeyEnabled)}; it has to be true with ${algorithm}`]),
  ];
}
