import { regionalArn } from "../../config/derived/arn";
import type { Location } from "../../config/platform";
import { type PolicyDocument, policyDocument } from "../identity/policy-document";
import { INTERRUPTION_EVENT_NAMES, ruleName } from "./interruption-events";

/** What the policy of the interruption queue is made from: names and places, nothing that has to exist. */
export interface QueuePolicyArgs {
  readonly location: Location;
  readonly clusterName: string;
  readonly queueName: string;
}

/**
 * Who may put messages into the interruption queue.
 *
 * The release admits two services without a condition, so any account's rule could fill the queue and have nodes drained. Both stay, each
 * tied to this stack: EventBridge to the four rules by `aws:SourceArn`, which it sends on every delivery; SQS to the account by
 * `aws:SourceAccount`. Nothing of this stack sends through SQS itself; the statement is kept so that the policy differs from the release's by
 * conditions only. Requests without TLS are denied to everyone, as upstream does since 2024-06-26.
 *
 * Service principals are the same in every partition: `events` and `sqs` never take the partition's own domain.
 *
 * Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml (KarpenterInterruptionQueuePolicy); commits b3e3f9073 and d77df0d84 (DenyHTTP).
 */
export function queuePolicy({ location, clusterName, queueName }: QueuePolicyArgs): PolicyDocument {
  const queueArn = regionalArn(location, "sqs", queueName);
  const ruleArns = INTERRUPTION_EVENT_NAMES.map((event) =>
    regionalArn(location, "events", `rule/${ruleName(clusterName, event)}`),
  );
  return policyDocument(
    [
      {
        Sid: "AllowInterruptionRules",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["sqs:SendMessage"],
        Resource: [queueArn],
        Condition: { ArnEquals: { "aws:SourceArn": ruleArns } },
      },
      {
        Sid: "AllowQueueService",
        Effect: "Allow",
        Principal: { Service: "sqs.amazonaws.com" },
        Action: ["sqs:SendMessage"],
        Resource: [queueArn],
        Condition: { StringEquals: { "aws:SourceAccount": location.account } },
      },
      {
        Sid: "DenyHTTP",
        Effect: "Deny",
        Principal: "*",
        Action: ["sqs:*"],
        Resource: [queueArn],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
    "EC2InterruptionPolicy",
  );
}
