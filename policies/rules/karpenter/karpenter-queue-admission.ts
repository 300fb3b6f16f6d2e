import type { sqs } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { mappingAt, textAt } from "../../../charts/checks/object-readers";
import { valueAt } from "../../../charts/kube-object";
import type { Estate } from "../../estate";
import { eventRulesTo, isInterruptionQueue, QUEUE, type Queue } from "../../readers/interruption-queues";
import { problem, resourceRule } from "../../rule";

const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";

/** Who sends events. The name is the same in every partition. Source: Amazon EventBridge user guide, Resource-based policies, Amazon SQS. */
const SENDER = "events.amazonaws.com";
const SENDS = ["sqs:SendMessage", "sqs:*", "*"];

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
      const admissions = statementsFor(queue, estate).filter(admitsEvents).map(ruleArns);
      if (admissions.length === 0) return [problem("name", `no policy of this queue lets ${SENDER} send to it`)];
      return eventRulesTo(queue, estate)
        .filter(
          ({ inputs }) => !admissions.some((arns) => arns === "any" || arns.some((arn) => isOf(arn, inputs.name))),
        )
        .map(({ name }) => problem("name", `the queue's policy does not admit EventRule ${name}`));
    },
  },
);

/** Statements of the policies that wait for the queue, whose URL nobody knows before it exists. */
function statementsFor(queue: Queue, estate: Estate): readonly unknown[] {
  return estate
    .ofType<Unwrap<sqs.QueuePolicyArgs>>(QUEUE_POLICY)
    .filter((policy) => estate.dependenciesOf(policy, QUEUE).some(({ urn }) => urn === queue.urn))
    .flatMap(({ inputs: { policy } }) => {
      return [valueAt(typeof policy === "string" ? parsed(policy) : policy, ["Statement"]) ?? []].flat();
    });
}

/** A policy that isn't JSON, which SQS refuses, admits nobody. */
function parsed(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    return undefined;
  }
}

function admitsEvents(statement: unknown): boolean {
  const services = [valueAt(statement, ["Principal", "Service"])].flat();
  const actions = [valueAt(statement, ["Action"])].flat();
  return (
    textAt(statement, ["Effect"]) === "Allow" &&
    services.includes(SENDER) &&
    actions.some((action) => SENDS.includes(String(action)))
  );
}

/** The ARNs of rules that a statement is limited to; `any` where its conditions name none. */
function ruleArns(statement: unknown): readonly string[] | "any" {
  const conditions = Object.values(mappingAt(statement, ["Condition"]));
  const arns = conditions.flatMap((condition) => [valueAt(condition, ["aws:SourceArn"]) ?? []].flat());
  return arns.length === 0 ? "any" : arns.map(String);
}

function isOf(arn: string, rule: string | undefined): boolean {
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  return name.endsWith("*") ? (rule ?? "").startsWith(name.slice(0, -1)) : name === rule;
}
