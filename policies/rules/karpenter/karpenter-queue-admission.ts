import type { sqs } from "@pulumi/aws";
import type { Estate } from "../../estate";
import { covers } from "../../iam/patterns";
import { type Statement, statementsOf } from "../../iam/policy-document";
import { complaintsAbout } from "../../iam/resource-policy";
import { policyText } from "../../iam/statement-problems";
import { eventRulesTo, isInterruptionQueue } from "../../readers/interruption-queues";
import { problem, resourceRule } from "../../rule";
import { ofQueue, QUEUE, QUEUE_POLICY, type Queue } from "../../sqs/queues";

/** Who sends events. The name is the same in every partition. Source: Amazon EventBridge user guide, Resource-based policies, Amazon SQS. */
const SENDER = "events.amazonaws.com";
const SENDS = "sqs:SendMessage";

/** The queue takes what EventBridge sends. */
export const karpenterQueueAdmission = resourceRule<sqs.QueueArgs>(
  {
    id: "karpenter-queue-admission",
    title: "Karpenter's queue admits every rule of EventBridge that sends to it",
    severity: "high",
    enforcement: "mandatory",
    why: "EventBridge drops what a queue refuses, and no log of Karpenter's says that anything was missed.",
    remediation: `Allow ${SENDER} to sqs:SendMessage in the queue's policy, for each rule that its condition names.`,
    link: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
  },
  {
    types: [QUEUE],
    when: isInterruptionQueue,
    check: (queue, estate) => {
      const policies = policiesOf(queue, estate);
      const unreadable = policies.flatMap((policy) => complaintsAbout(policy, () => []));
      if (unreadable.length > 0) return unreadable.map((complaint) => problem("policy", complaint));
      const admissions = policies.flatMap((policy) =>
        statementsOf(policyText("policy", policy).text).filter(admitsEvents).map(ruleArns),
      );
      if (admissions.length === 0) return [problem("name", `no policy of this queue lets ${SENDER} send to it`)];
      return eventRulesTo(queue, estate)
        .filter(
          ({ inputs }) => !admissions.some((arns) => arns === "any" || arns.some((arn) => isOf(arn, inputs.name))),
        )
        .map(({ name }) => problem("name", `the queue's policy does not admit EventRule ${name}`));
    },
  },
);

/** The policies of a queue: its own, and those that are resources. */
function policiesOf(queue: Queue, estate: Estate): readonly unknown[] {
  const { policy } = queue.inputs;
  return [
    ...(policy === undefined || policy === "" ? [] : [policy]),
    ...ofQueue<sqs.QueuePolicyArgs>(queue, QUEUE_POLICY, estate).map(({ inputs }) => inputs.policy),
  ];
}

function admitsEvents({ effect, principals, actions }: Statement): boolean {
  return effect === "Allow" && principals.includes(SENDER) && actions.some((action) => covers(action, SENDS));
}

/** The ARNs of rules that a statement is limited to; `any` where its conditions name none. */
function ruleArns({ conditions }: Statement): readonly string[] | "any" {
  const arns = conditions.filter(({ key }) => key.toLowerCase() === "aws:sourcearn").flatMap(({ values }) => values);
  return arns.length === 0 ? "any" : arns;
}

function isOf(arn: string, rule: string | undefined): boolean {
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  return name.endsWith("*") ? (rule ?? "").startsWith(name.slice(0, -1)) : name === rule;
}
