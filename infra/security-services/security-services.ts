import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { regionalArn } from "../../config/derived/arn";
import type { Location, Platform } from "../../config/platform";
import {
  GUARDDUTY_PROTECTIONS,
  SECURITY_STANDARDS,
  type SecurityStandard,
} from "../../config/sections/security-services";
import type { Keys } from "../encryption/keys";
import { stackKey } from "../encryption/stack-key";
import { policyJson } from "../identity/policy-document";
import { FindingChannel } from "./finding-channel";
import { findingLogPolicy } from "./finding-policies";

/** Settings of the security services, as a stack file has them. */
export type SecurityServicesConfig = NonNullable<Platform["securityServices"]>;

/** What the security services are made from. */
export interface SecurityServicesArgs {
  readonly platform: Platform;
  readonly config: SecurityServicesConfig;
  readonly keys: Keys;
}

/** ARN of a standard in a region: standards belong to AWS, so it names no account. Source: Security Hub user guide, "Enabling a standard". */
export function standardArn(location: Location, standard: SecurityStandard): string {
  return regionalArn({ ...location, account: "" }, "securityhub", `standards/${SECURITY_STANDARDS[standard]}`);
}

/**
 * GuardDuty with EKS protection, Security Hub with its standards, and how what they find reaches people.
 *
 * Both are one each in an account and region. Where an organisation has turned them on already, they are imported before the first `pulumi up`, or the section is left out.
 *
 * Source: the GovCloud guide (004), Security Alerts, Monitoring & Alerting and Severity Levels.
 */
export class SecurityServices extends pulumi.ComponentResource {
  readonly detectorId: pulumi.Output<string>;
  readonly guardDutyTopicArn: pulumi.Output<string>;
  readonly securityHubTopicArn: pulumi.Output<string>;

  constructor(name: string, args: SecurityServicesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:security-services:SecurityServices", name, {}, opts);
    const { platform, config, keys } = args;
    const parent = { parent: this };

    this.detectorId = this.guardDuty(name, config).id;
    this.securityHub(name, args);

    const key = stackKey(name, "findings", platform, parent);
    const logPolicy = new aws.cloudwatch.LogResourcePolicy(
      `${name}-findings`,
      { policyName: `${platform.cluster.name}-findings`, policyDocument: policyJson(findingLogPolicy(platform)) },
      parent,
    );
    const shared = {
      platform,
      retention: config.logRetention,
      topicKeyArn: key.arn,
      logsKeyArn: keys.logsKeyArn,
      logPolicy,
    };
    const channel = (source: "guardduty" | "security-hub", subscribers: readonly string[]) =>
      new FindingChannel(`${name}-${source}`, { ...shared, source, subscribers }, parent);
    this.guardDutyTopicArn = channel("guardduty", config.guardDuty.subscribers).topicArn;
    this.securityHubTopicArn = channel("security-hub", config.securityHub.subscribers).topicArn;
    this.registerOutputs({ detectorId: this.detectorId });
  }

  /**
   * The detector, reading the audit logs of every EKS cluster of the account straight from EKS. With the protection of nodes at run time GuardDuty keeps the agent up to date itself.
   *
   * Source: GuardDuty user guide, "EKS Protection" and "GuardDuty Runtime Monitoring".
   */
  private guardDuty(
    name: string,
    { guardDuty: { publishing, protections } }: SecurityServicesConfig,
  ): aws.guardduty.Detector {
    const parent = { parent: this };
    const detector = new aws.guardduty.Detector(
      `${name}-detector`,
      { enable: true, findingPublishingFrequency: publishing },
      parent,
    );
    for (const feature of ["EKS_AUDIT_LOGS", ...protections.map((each) => GUARDDUTY_PROTECTIONS[each])]) {
      new aws.guardduty.DetectorFeature(
        `${name}-${feature}`,
        {
          detectorId: detector.id,
          name: feature,
          status: "ENABLED",
          ...(feature === GUARDDUTY_PROTECTIONS.runtime
            ? { additionalConfigurations: [{ name: "EKS_ADDON_MANAGEMENT", status: "ENABLED" }] }
            : {}),
        },
        parent,
      );
    }
    return detector;
  }

  /** The hub with the configured standards and no others: those that AWS would choose change with time. */
  private securityHub(name: string, { platform, config }: SecurityServicesArgs): void {
    const hub = new aws.securityhub.Account(
      `${name}-hub`,
      { enableDefaultStandards: false, autoEnableControls: true, controlFindingGenerator: "SECURITY_CONTROL" },
      { parent: this },
    );
    for (const standard of config.securityHub.standards) {
      new aws.securityhub.StandardsSubscription(
        `${name}-${standard}`,
        { standardsArn: standardArn(platform.aws, standard) },
        { parent: this, dependsOn: [hub] },
      );
    }
  }
}
