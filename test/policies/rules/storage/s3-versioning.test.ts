import { s3Versioning } from "../../../../policies/rules/storage/s3-versioning";
import { inputsIn, resource, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { BUCKET, bucketWith, withoutSetting } from "./bucket-fixture";

const LEGACY_BUCKET = "aws:s3/bucketV2:BucketV2";

/** The same two resources by the names that version 6 of the provider gave them. */
const withLegacyTypes = (things: Things): void => {
  const legacy = resource(LEGACY_BUCKET, "orders", { bucket: "orders" });
  const versioning = resource("aws:s3/bucketVersioningV2:BucketVersioningV2", "setting", {
    bucket: "orders",
    versioningConfiguration: { status: "Enabled" },
  });
  things.resources = [legacy, versioning] as Things["resources"];
};

describeRule(s3Versioning, {
  good: () => bucketWith("BucketVersioning", { versioningConfiguration: { status: "Enabled" } }),
  holds: [["types of the provider's version 6", withLegacyTypes]],
  breaks: [
    ["a bucket without versions", withoutSetting, [`${BUCKET} orders: bucket: has no BucketVersioning`]],
    [
      "a bucket of an older type without versions",
      (things) => {
        withLegacyTypes(things);
        withoutSetting(things);
      },
      [`${LEGACY_BUCKET} orders: bucket: has no BucketVersioning`],
    ],
    [
      "versioning suspended",
      (things) => Object.assign(inputsIn(things, "setting").versioningConfiguration, { status: "Suspended" }),
      [`${BUCKET} orders: bucket: status of setting is Suspended; it has to be Enabled`],
    ],
    [
      "a versioning that says nothing",
      (things) => delete inputsIn(things, "setting").versioningConfiguration,
      [`${BUCKET} orders: bucket: status of setting is not set; it has to be Enabled`],
    ],
  ],
  unreadable: [
    [
      "a status that is known later",
      (things) => Object.assign(inputsIn(things, "setting").versioningConfiguration, { status: "[unknown]" }),
      [`${BUCKET} orders: versioningConfiguration.status of setting is unknown before it is created`],
    ],
  ],
});
