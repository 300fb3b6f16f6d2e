import { s3Ownership } from "../../../../policies/rules/storage/s3-ownership";
import { inputsIn } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { BUCKET, bucketWith, withoutSetting } from "./bucket-fixture";

describeRule(s3Ownership, {
  good: () => bucketWith("BucketOwnershipControls", { rule: { objectOwnership: "BucketOwnerEnforced" } }),
  breaks: [
    ["a bucket that doesn't say", withoutSetting, [`${BUCKET} orders: bucket: has no BucketOwnershipControls`]],
    [
      "access lists that count",
      (things) => Object.assign(inputsIn(things, "setting").rule, { objectOwnership: "BucketOwnerPreferred" }),
      [
        `${BUCKET} orders: bucket: objectOwnership of setting is BucketOwnerPreferred; it has to be BucketOwnerEnforced`,
      ],
    ],
    [
      "controls that say nothing",
      (things) => delete inputsIn(things, "setting").rule,
      [`${BUCKET} orders: bucket: objectOwnership of setting is not set; it has to be BucketOwnerEnforced`],
    ],
  ],
});
