import { regionalArn } from "../../config/derived/arn";
import type { Platform } from "../../config/platform";
import type { Statement } from "../identity/policy-document";
import type { Grants } from "./grants";

/** What may be done with a queue or a stream, in the words of the stack file. */
type EventAccess = Grants["sqs"][number]["access"];

const ACCESSES = ["scale", "consume", "send"] as const satisfies readonly EventAccess[];

/**
 * Actions on a queue. `scale` is what KEDA's scaler calls.
 *
 * Source: KEDA 2.19, "AWS SQS Queue" scaler; SQS developer guide, "SQS API permissions".
 */
const QUEUE_ACTIONS: Readonly<Record<EventAccess, readonly string[]>> = {
  scale: ["sqs:GetQueueAttributes"],
  consume: [
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:GetQueueUrl",
    "sqs:ReceiveMessage",
  ],
  send: ["sqs:GetQueueUrl", "sqs:SendMessage"],
};

/**
 * Actions on a stream. `scale` is what KEDA's scaler calls.
 *
 * Source: KEDA 2.19, "AWS Kinesis Stream" scaler; Kinesis developer guide, "Controlling access".
 */
const STREAM_ACTIONS: Readonly<Record<EventAccess, readonly string[]>> = {
  scale: ["kinesis:DescribeStreamSummary"],
  consume: ["kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
  send: ["kinesis:DescribeStreamSummary", "kinesis:PutRecord", "kinesis:PutRecords"],
};

const VERBS: Readonly<Record<EventAccess, string>> = { scale: "WatchLengthOf", consume: "Consume", send: "SendTo" };

function statements(
  what: string,
  actions: Readonly<Record<EventAccess, readonly string[]>>,
  granted: readonly { readonly access: EventAccess; readonly arn: string }[],
): Statement[] {
  return ACCESSES.flatMap((access): Statement[] => {
    const arns = granted.filter((grant) => grant.access === access).map(({ arn }) => arn);
    return arns.length === 0
      ? []
      : [{ Sid: `${VERBS[access]}${what}`, Effect: "Allow", Action: actions[access], Resource: arns }];
  });
}

/** Use of queues. */
export function queueStatements({ aws }: Platform, grants: Grants["sqs"]): Statement[] {
  const granted = grants.map(({ queue, access }) => ({ access, arn: regionalArn(aws, "sqs", queue) }));
  return statements("Queues", QUEUE_ACTIONS, granted);
}

/** Use of streams. */
export function streamStatements({ aws }: Platform, grants: Grants["kinesis"]): Statement[] {
  const granted = grants.map(({ stream, access }) => ({
    access,
    arn: regionalArn(aws, "kinesis", `stream/${stream}`),
  }));
  return statements("Streams", STREAM_ACTIONS, granted);
}
