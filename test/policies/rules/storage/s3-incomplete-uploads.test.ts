import { s3IncompleteUploads } from "../../../../policies/rules/storage/s3-incomplete-uploads";
import { type Changeable, inputsIn, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { BUCKET, bucketWith, withoutSetting } from "./bucket-fixture";

const ruleIn = (things: Things): Changeable => inputsIn(things, "setting").rules[0];

const NONE = `${BUCKET} orders: bucket: setting: no enabled rule for all objects drops incomplete uploads; they have to go within 7 days`;

describeRule(s3IncompleteUploads, {
  good: () =>
    bucketWith("BucketLifecycleConfiguration", {
      rules: [
        { id: "uploads", status: "Enabled", filter: {}, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
      ],
    }),
  holds: [
    [
      "a second rule that would drop them later",
      (things) =>
        inputsIn(things, "setting").rules.push({
          id: "later",
          status: "Enabled",
          filter: {},
          abortIncompleteMultipartUpload: { daysAfterInitiation: 30 },
        }),
    ],
  ],
  breaks: [
    ["a bucket without a lifecycle", withoutSetting, [`${BUCKET} orders: bucket: has no BucketLifecycleConfiguration`]],
    ["a lifecycle that leaves them", (things) => delete ruleIn(things).abortIncompleteMultipartUpload, [NONE]],
    ["a rule that is off", (things) => Object.assign(ruleIn(things), { status: "Disabled" }), [NONE]],
    ["a rule for a prefix", (things) => Object.assign(ruleIn(things), { filter: { prefix: "daily/" } }), [NONE]],
    [
      "a rule that takes longer",
      (things) => Object.assign(ruleIn(things), { abortIncompleteMultipartUpload: { daysAfterInitiation: 8 } }),
      [`${BUCKET} orders: bucket: setting: after 8 days it drops incomplete uploads; they have to go within 7 days`],
    ],
  ],
});
