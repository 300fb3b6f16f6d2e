import type { sqs } from "@pulumi/aws";
import { isTrue, shown } from "../../input-values";
import { customerKeyComplaint } from "../../kms/customer-key";
import { problem, resourceRule } from "../../rule";
import { QUEUE } from "../../sqs/queues";

/**
 * Messages are encrypted where they lie. The key that AWS makes for SQS is no third way: its policy admits the account's own identities only, so that EventBridge, SNS and S3 lose
 * what they send to such a queue.
 */
export const sqsEncryption = resourceRule<sqs.QueueArgs>(
  {
    id: "sqs-encryption",
    title: "Every queue encrypts its messages, with keys of SQS or with a customer managed key",
    severity: "medium",
    enforcement: "mandatory",
    why: "Messages would otherwise lie readable on the service's disks, or be lost because their sender can't use the key.",
    remediation: "Set sqsManagedSseEnabled to true, or kmsMasterKeyId to a key whose policy admits the senders.",
    link: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
  },
  {
    types: [QUEUE],
    check: (queue, estate) => {
      const { inputs } = queue;
      if (isTrue(inputs.sqsManagedSseEnabled)) return [];
      const complaint = customerKeyComplaint(queue, () => inputs.kmsMasterKeyId, estate);
      if (complaint === undefined) return [];
      const given = `sqsManagedSseEnabled is ${shown(inputs.sqsManagedSseEnabled)}`;
      return [problem("kmsMasterKeyId", `${complaint}, unless sqsManagedSseEnabled is true (${given})`)];
    },
  },
);
