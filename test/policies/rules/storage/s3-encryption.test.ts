import { s3Encryption } from "../../../../policies/rules/storage/s3-encryption";
import { type Changeable, inputsIn, resource, type Things, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { BUCKET, bucketWith, withoutSetting } from "./bucket-fixture";

const KEY = "aws:kms/key:Key";
const KEY_ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd";

const ruleOf = (things: Things): Changeable => inputsIn(things, "setting").rules[0];

/** Sets fields of the default encryption. */
const byDefault =
  (fields: Changeable) =>
  (things: Things): void => {
    Object.assign(ruleOf(things).applyServerSideEncryptionByDefault, fields);
  };

/** Makes the key one that is yet to be created. */
const keyToCome = (things: Things): void => {
  byDefault({ kmsMasterKeyId: "[unknown]" })(things);
  things.resources = [
    ...things.resources.map((one) =>
      one.name === "setting" ? { ...one, dependencies: [...one.dependencies, urnOf(KEY, "data")] } : one,
    ),
    resource(KEY, "data", {}) as Things["resources"][number],
  ];
};

const at = "bucket: rules[0] of setting:";

describeRule(s3Encryption, {
  good: () =>
    bucketWith("BucketServerSideEncryptionConfiguration", {
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY_ARN },
          bucketKeyEnabled: true,
        },
      ],
    }),
  holds: [
    [
      "keys of S3",
      (things) =>
        Object.assign(inputsIn(things, "setting"), {
          rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
        }),
    ],
    [
      "two layers, which admit no bucket key",
      (things) => {
        byDefault({ sseAlgorithm: "aws:kms:dsse" })(things);
        delete ruleOf(things).bucketKeyEnabled;
      },
    ],
    ["a key that is yet to be created", keyToCome],
  ],
  breaks: [
    [
      "a bucket that doesn't say",
      withoutSetting,
      [`${BUCKET} orders: bucket: has no BucketServerSideEncryptionConfiguration`],
    ],
    [
      "a configuration without rules",
      (things) => Object.assign(inputsIn(things, "setting"), { rules: [] }),
      [`${BUCKET} orders: bucket: setting has no rules; one has to say how objects are encrypted`],
    ],
    [
      "no bucket key",
      (things) => delete ruleOf(things).bucketKeyEnabled,
      [`${BUCKET} orders: ${at} bucketKeyEnabled is not set; it has to be true with aws:kms`],
    ],
    [
      "the bucket key turned off",
      (things) => Object.assign(ruleOf(things), { bucketKeyEnabled: false }),
      [`${BUCKET} orders: ${at} bucketKeyEnabled is false; it has to be true with aws:kms`],
    ],
    [
      "KMS without a key",
      (things) => delete ruleOf(things).applyServerSideEncryptionByDefault.kmsMasterKeyId,
      [`${BUCKET} orders: ${at} kmsMasterKeyId is not set; it has to name a customer managed key`],
    ],
    [
      "the key of AWS",
      byDefault({ kmsMasterKeyId: "arn:aws:kms:us-east-1:111122223333:alias/aws/s3" }),
      [
        `${BUCKET} orders: ${at} kmsMasterKeyId is arn:aws:kms:us-east-1:111122223333:alias/aws/s3, a key of AWS whose policy nobody can change; it has to name a customer managed key`,
      ],
    ],
    [
      "another algorithm",
      byDefault({ sseAlgorithm: "none" }),
      [`${BUCKET} orders: ${at} sseAlgorithm is none; allowed are AES256, aws:kms, aws:kms:dsse`],
    ],
    [
      "a rule that says nothing",
      (things) => delete ruleOf(things).applyServerSideEncryptionByDefault,
      [`${BUCKET} orders: ${at} sseAlgorithm is not set; allowed are AES256, aws:kms, aws:kms:dsse`],
    ],
  ],
  unreadable: [
    [
      "a key that is known later, of which the plan doesn't tell",
      byDefault({ kmsMasterKeyId: "[unknown]" }),
      [
        `${BUCKET} orders: rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId of setting is unknown before it is created`,
      ],
    ],
  ],
});
