import { regionalArn } from "../../config/derived/arn";
import {
  FINDING_SOURCE_NAMES,
  type FindingSource,
  findingLogGroupArns,
  findingTopicArn,
} from "../../config/derived/finding-names";
import type { Platform } from "../../config/platform";
import { type PolicyDocument, policyDocument } from "../identity/policy-document";
import { SEVERITY_ROUTES } from "./severity-routes";

/** Service that delivers events; the same name in every partition. */
const EVENTS = "events.amazonaws.com";

/** What the rule is called that writes all findings of a source down, after the source's name. */
const LOG_RULE = "log";

/** Name of a rule: cluster, source, and the severity that it is about or `log` for all. */
export function findingRuleName({ cluster }: Platform, source: FindingSource, what: string = LOG_RULE): string {
  return `${cluster.name}-${source}-${what}`;
}

function ruleArn(platform: Platform, source: FindingSource, what?: string): string {
  return regionalArn(platform.aws, "events", `rule/${findingRuleName(platform, source, what)}`);
}

/**
 * Who may publish to the topic of a source: EventBridge for the source's own rules. Requests without TLS are denied to everyone.
 *
 * Who may subscribe is said by IAM policies of the account: without a statement here nobody outside it can.
 *
 * Source: EventBridge user guide, "Using resource-based policies"; SNS developer guide, "Enforce encryption of data in transit".
 */
export function findingTopicPolicy(platform: Platform, source: FindingSource): PolicyDocument {
  const topic = findingTopicArn(platform, source);
  return policyDocument([
    {
      Sid: "AllowFindingRules",
      Effect: "Allow",
      Principal: { Service: EVENTS },
      Action: ["sns:Publish"],
      Resource: [topic],
      Condition: {
        ArnEquals: {
          "aws:SourceArn": SEVERITY_ROUTES[source].map(({ severity }) => ruleArn(platform, source, severity)),
        },
      },
    },
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: "*",
      Action: ["sns:Publish", "sns:Subscribe"],
      Resource: [topic],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}

/**
 * Lets EventBridge write the findings down: streams in the two log groups, and events of the two rules that carry all findings. One policy for both, because an account has room for
 * ten. Which rule a stream is for isn't sent when the stream is made, so an empty one is all that another's rule could leave there.
 *
 * Source: EventBridge user guide, "Using resource-based policies", CloudWatch Logs permissions; CloudWatch Logs quotas.
 */
export function findingLogPolicy(platform: Platform): PolicyDocument {
  const streams = findingLogGroupArns(platform).map((arn) => `${arn}:*`);
  const writers = { Service: [EVENTS, "delivery.logs.amazonaws.com"] };
  return policyDocument([
    {
      Sid: "AllowStreams",
      Effect: "Allow",
      Principal: writers,
      Action: ["logs:CreateLogStream"],
      Resource: streams,
    },
    {
      Sid: "AllowFindings",
      Effect: "Allow",
      Principal: writers,
      Action: ["logs:PutLogEvents"],
      Resource: streams,
      Condition: { ArnEquals: { "aws:SourceArn": FINDING_SOURCE_NAMES.map((source) => ruleArn(platform, source)) } },
    },
  ]);
}
