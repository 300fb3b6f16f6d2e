import { s3PublicAccess } from "../../../../policies/rules/storage/s3-public-access";
import { inputsIn } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { BUCKET, bucketWith, withoutSetting, withSecondOwner } from "./bucket-fixture";

const DOORS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

describeRule(s3PublicAccess, {
  good: () => bucketWith("BucketPublicAccessBlock", Object.fromEntries(DOORS.map((door) => [door, true]))),
  holds: [
    [
      "doors shut by text, as a provider's check may leave them",
      (things) => Object.assign(inputsIn(things, "setting"), Object.fromEntries(DOORS.map((door) => [door, "true"]))),
    ],
    [
      "a block whose bucket is known later, by what it depends on",
      (things) => Object.assign(inputsIn(things, "setting"), { bucket: "[unknown]" }),
    ],
    [
      "a bucket that is to be named by the provider",
      (things) => {
        delete inputsIn(things, "orders").bucket;
        inputsIn(things, "setting").bucket = "[unknown]";
      },
    ],
  ],
  breaks: [
    ["a bucket without a block", withoutSetting, [`${BUCKET} orders: bucket: has no BucketPublicAccessBlock`]],
    [
      "the block of another bucket",
      (things) => Object.assign(inputsIn(things, "setting"), { bucket: "invoices" }),
      [`${BUCKET} orders: bucket: has no BucketPublicAccessBlock`],
    ],
    ...DOORS.map(
      (door) =>
        [
          `${door} being false`,
          (things: Parameters<typeof inputsIn>[0]) => Object.assign(inputsIn(things, "setting"), { [door]: false }),
          [`${BUCKET} orders: bucket: ${door} of setting is false; it has to be true`],
        ] as const,
    ),
    [
      "a door left to the default, which is open",
      (things) => delete inputsIn(things, "setting").blockPublicPolicy,
      [`${BUCKET} orders: bucket: blockPublicPolicy of setting is not set; it has to be true`],
    ],
  ],
  unreadable: [
    [
      "a block that may belong to either of two buckets",
      (things) => {
        withSecondOwner(things);
        inputsIn(things, "setting").bucket = "[unknown]";
      },
      ["orders", "invoices"].map(
        (name) => `${BUCKET} ${name}: what setting belongs to is unknown before it is created`,
      ),
    ],
    [
      "a door that is known later",
      (things) => Object.assign(inputsIn(things, "setting"), { ignorePublicAcls: "[unknown]" }),
      [`${BUCKET} orders: ignorePublicAcls of setting is unknown before it is created`],
    ],
  ],
  ignores: [["no bucket at all", (things) => things.resources.splice(0)]],
});
