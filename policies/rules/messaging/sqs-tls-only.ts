import type { sqs } from "@pulumi/aws";
import { regionalArn } from "../../../config/derived/arn";
import { complaintsAbout } from "../../iam/resource-policy";
import { reachableWithoutTls } from "../../iam/tls-only";
import { problem, resourceRule } from "../../rule";
import { ofQueue, QUEUE, QUEUE_POLICY } from "../../sqs/queues";

/** A queue answers to TLS only. */
export const sqsTlsOnly = resourceRule<sqs.QueueArgs>(
  {
    id: "sqs-tls-only",
    title: "Every queue's policy denies requests without TLS",
    severity: "high",
    enforcement: "mandatory",
    why: "SQS has endpoints without TLS: a client that uses one sends messages and its signature readable through the network.",
    remediation:
      "Give the queue a policy that denies sqs:* to * on the queue, on the sole condition that aws:SecureTransport is false.",
    link: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
  },
  {
    types: [QUEUE],
    check: (queue, estate) => {
      const { name, policy, region = estate.platform.aws.region } = queue.inputs;
      const inline = policy === undefined || policy === "" ? [] : [{ where: "the queue's own policy", policy }];
      const resources = ofQueue<sqs.QueuePolicyArgs>(queue, QUEUE_POLICY, estate).map((one) => ({
        where: `the policy ${one.name}`,
        policy: one.inputs.policy,
      }));
      const policies = [...inline, ...resources];
      if (policies.length === 0) return [problem("", "has no QueuePolicy; one has to deny requests without TLS")];
      const arn = regionalArn({ ...estate.platform.aws, region }, "sqs", `${name}`);
      return policies.flatMap(({ where, policy: text }) =>
        complaintsAbout(text, (statements) =>
          reachableWithoutTls(statements, "sqs", [arn]).map(
            (open) => `lets requests without TLS through to ${open}; it has to deny them`,
          ),
        ).map((complaint) => problem("name", `${where} ${complaint}`)),
      );
    },
  },
);
