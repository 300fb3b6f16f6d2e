import type { Properties } from "../../server/properties";
import type { CheckFailure } from "../../server/provider";
import { arn } from "../identifiers";
import { integer, pattern } from "../input-rules";
import { policyDocument } from "../policy-document";
import { type AwsType, byId } from "../resource-type";
import { KEY, QUEUE } from "./tokens";

/** Bytes of a queue's policy. Source: Amazon SQS Developer Guide, "Policy quotas". */
const QUEUE_POLICY_LIMIT = 8192;

/** Queues and their policies. Bounds: Amazon SQS API, SetQueueAttributes. */
export const SQS_TYPES: readonly AwsType[] = [
  {
    // All but name and order of delivery changes in place.
    token: QUEUE,
    taggable: true,
    replacedBy: ["name", "namePrefix", "fifoQueue"],
    name: { input: "name", prefixInput: "namePrefix", within: "region" },
    rules: {
      name: [
        pattern(
          /^[A-Za-z0-9_-]{1,80}$|^[A-Za-z0-9_-]{1,75}\.fifo$/,
          "1 to 80 letters, digits, hyphens and underscores",
        ),
      ],
      messageRetentionSeconds: [integer(60, 1_209_600)],
      visibilityTimeoutSeconds: [integer(0, 43_200)],
      delaySeconds: [integer(0, 900)],
      receiveWaitTimeSeconds: [integer(0, 20)],
      maxMessageSize: [integer(1024, 1_048_576)],
      kmsDataKeyReusePeriodSeconds: [integer(60, 86_400)],
      policy: [policyDocument("resource", QUEUE_POLICY_LIMIT)],
    },
    check: queueFailures,
    references: [{ path: "kmsMasterKeyId", to: { [KEY]: ["arn", "id"] }, except: /alias\//, holds: false }],
    json: ["policy", "redrivePolicy", "redriveAllowPolicy"],
    id: ({ account, text }) => `https://sqs.${account.region}.${account.dnsSuffix}/${account.account}/${text("name")}`,
    defaults: {
      delaySeconds: 0,
      fifoQueue: false,
      kmsDataKeyReusePeriodSeconds: 300,
      maxMessageSize: 262_144,
      messageRetentionSeconds: 345_600,
      receiveWaitTimeSeconds: 0,
      visibilityTimeoutSeconds: 30,
    },
    outputs: ({ account, id, inputs, text }) => ({
      arn: arn(account, "sqs", text("name")),
      url: id,
      sqsManagedSseEnabled: inputs.kmsMasterKeyId === undefined,
    }),
  },
  {
    // Written into the queue; goes with it.
    token: "aws:sqs/queuePolicy:QueuePolicy",
    put: true,
    required: ["policy", "queueUrl"],
    replacedBy: ["queueUrl"],
    rules: { policy: [policyDocument("resource", QUEUE_POLICY_LIMIT)] },
    references: [{ path: "queueUrl", to: byId(QUEUE), holds: false }],
    json: ["policy"],
    id: ({ text }) => text("queueUrl"),
  },
];

function queueFailures({ fifoQueue, kmsMasterKeyId, name, sqsManagedSseEnabled }: Properties): readonly CheckFailure[] {
  const failures: CheckFailure[] = [];
  if (typeof name === "string" && name.endsWith(".fifo") !== (fifoQueue === true)) {
    failures.push({ property: "name", reason: `name ${name}: queues with fifoQueue, and only those, end with .fifo` });
  }
  if (sqsManagedSseEnabled === true && kmsMasterKeyId !== undefined) {
    failures.push({
      property: "sqsManagedSseEnabled",
      reason: "sqsManagedSseEnabled excludes kmsMasterKeyId; give one",
    });
  }
  return failures;
}
