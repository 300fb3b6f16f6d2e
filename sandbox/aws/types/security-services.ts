import { arn } from "../identifiers";
import { oneOf } from "../input-rules";
import { type AwsType, byId } from "../resource-type";
import { DETECTOR, SECURITY_HUB } from "./tokens";

/** Protections of a detector. Source: GuardDuty API reference, DetectorFeatureConfiguration. */
const FEATURES = [
  "S3_DATA_EVENTS",
  "EKS_AUDIT_LOGS",
  "EBS_MALWARE_PROTECTION",
  "RDS_LOGIN_EVENTS",
  "EKS_RUNTIME_MONITORING",
  "LAMBDA_NETWORK_LOGS",
  "RUNTIME_MONITORING",
] as const;

/** GuardDuty and Security Hub: one of each in an account and region. */
export const SECURITY_SERVICE_TYPES: readonly AwsType[] = [
  {
    // Everything changes in place.
    token: DETECTOR,
    taggable: true,
    replacedBy: [],
    rules: { findingPublishingFrequency: [oneOf("FIFTEEN_MINUTES", "ONE_HOUR", "SIX_HOURS")] },
    admit: ({ others }) =>
      others.length === 0 ? undefined : "a detector already exists for the current account; import it instead",
    id: ({ seed }) => seed.hex("detector", 32),
    defaults: { enable: true, findingPublishingFrequency: "SIX_HOURS" },
    outputs: ({ account, id }) => ({
      accountId: account.account,
      arn: arn(account, "guardduty", `detector/${id}`),
    }),
  },
  {
    // On or off in place; it can't be deleted, only left behind with the detector.
    token: "aws:guardduty/detectorFeature:DetectorFeature",
    put: true,
    required: ["detectorId", "status"],
    replacedBy: ["detectorId", "name"],
    rules: { name: [oneOf(...FEATURES)], status: [oneOf("ENABLED", "DISABLED")] },
    references: [{ path: "detectorId", to: byId(DETECTOR), holds: false }],
    id: ({ text }) => `${text("detectorId")}/${text("name")}`,
  },
  {
    // Its id is the account's number.
    token: SECURITY_HUB,
    replacedBy: ["enableDefaultStandards"],
    rules: { controlFindingGenerator: [oneOf("SECURITY_CONTROL", "STANDARD_CONTROL")] },
    id: ({ account }) => account.account,
    defaults: { autoEnableControls: true, enableDefaultStandards: true },
    outputs: ({ account }) => ({ arn: arn(account, "securityhub", "hub/default") }),
  },
  {
    token: "aws:securityhub/standardsSubscription:StandardsSubscription",
    required: ["standardsArn"],
    replacedBy: ["standardsArn"],
    rules: {
      standardsArn: [
        (value, { partition, region }) =>
          new RegExp(`^arn:${partition}:securityhub:${region}::standards/[a-z0-9-]+/v/[\\d.]+$`).test(String(value))
            ? undefined
            : `is ${JSON.stringify(value)}; allowed is a standard of ${region} in partition ${partition}`,
      ],
    },
    unique: [{ paths: ["standardsArn"], within: "region" }],
    admit: ({ objects }) =>
      objects(SECURITY_HUB).length > 0
        ? undefined
        : "the account isn't subscribed to Security Hub; create the account's subscription first and depend on it",
    id: ({ account, text }) =>
      arn(account, "securityhub", `subscription/${text("standardsArn").split(":standards/").at(-1)}`),
    outputs: ({ id }) => ({ arn: id }),
  },
];
