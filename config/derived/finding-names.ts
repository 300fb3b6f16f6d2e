import type { Platform } from "../platform";
import { regionalArn } from "./arn";

/** The services whose findings are told, each with the names that the GovCloud guide (004) gives its topic and its log group. */
export const FINDING_SOURCES = {
  guardduty: { topic: "guardduty-alerts", logs: "guardduty", shown: "GuardDuty" },
  "security-hub": { topic: "security-hub-findings", logs: "securityhub", shown: "Security Hub" },
} as const;

/** A service with findings. */
export type FindingSource = keyof typeof FINDING_SOURCES;

/** All of them, in the order in which their resources are made. */
export const FINDING_SOURCE_NAMES = Object.keys(FINDING_SOURCES) as readonly FindingSource[];

/** Name of the topic of a source. Source: the GovCloud guide (004), Alert Channels. */
export function findingTopicName({ cluster }: Platform, source: FindingSource): string {
  return `${cluster.name}-${FINDING_SOURCES[source].topic}`;
}

/** ARN of that topic, from configuration. */
export function findingTopicArn(platform: Platform, source: FindingSource): string {
  return regionalArn(platform.aws, "sns", findingTopicName(platform, source));
}

/** ARNs of the topics of all sources. */
export function findingTopicArns(platform: Platform): string[] {
  return FINDING_SOURCE_NAMES.map((source) => findingTopicArn(platform, source));
}

/** Name of the log group of a source. Source: the GovCloud guide (004), AWS CloudWatch. */
export function findingLogGroupName({ cluster }: Platform, source: FindingSource): string {
  return `/aws/${FINDING_SOURCES[source].logs}/${cluster.name}`;
}

/** ARNs of the log groups of all sources. */
export function findingLogGroupArns(platform: Platform): string[] {
  return FINDING_SOURCE_NAMES.map((source) =>
    regionalArn(platform.aws, "logs", `log-group:${findingLogGroupName(platform, source)}`),
  );
}
