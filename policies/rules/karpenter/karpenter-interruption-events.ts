import type { sqs } from "@pulumi/aws";
import { type EventRule, eventRulesTo, isInterruptionQueue } from "../../readers/interruption-queues";
import { type Problem, problem, resourceRule } from "../../rule";
import { QUEUE } from "../../sqs/queues";

/** What Karpenter acts on, exactly as EventBridge calls it. Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml. */
const EVENTS = [
  { source: "aws.health", type: "AWS Health Event" },
  { source: "aws.ec2", type: "EC2 Spot Instance Interruption Warning" },
  { source: "aws.ec2", type: "EC2 Instance Rebalance Recommendation" },
  { source: "aws.ec2", type: "EC2 Instance State-change Notification" },
] as const;

/** What a pattern may name. Anything more leaves events out that Karpenter needs. */
const ALLOWED = ["source", "detail-type"];

/** Events about instances that are about to go reach the queue. */
export const karpenterInterruptionEvents = resourceRule<sqs.QueueArgs>(
  {
    id: "karpenter-interruption-events",
    title: "The four kinds of events that Karpenter acts on are sent to its queue",
    severity: "high",
    enforcement: "mandatory",
    why: "A kind that is missing, or misspelt by a letter, is never sent, and the pods of a reclaimed node die with it.",
    remediation: "Make an EventRule with the event's source and detail-type, and an EventTarget with the queue's ARN.",
    link: "https://karpenter.sh/docs/concepts/disruption/#interruption",
  },
  {
    types: [QUEUE],
    when: isInterruptionQueue,
    check: (queue, estate) => {
      const rules = eventRulesTo(queue, estate);
      return EVENTS.flatMap(({ source, type }) => {
        const matching = rules.filter((rule) => names(rule, "source", source) && names(rule, "detail-type", type));
        if (matching.length === 0) return [problem("name", `no EventRule sends "${type}" of ${source} to this queue`)];
        // One that sends everything is enough, whatever others do.
        const wanting = matching.map(wants);
        return wanting.some((problems) => problems.length === 0) ? [] : wanting.flat();
      });
    },
  },
);

function names(rule: EventRule, key: string, value: string): boolean {
  const list = patternOf(rule)[key];
  return Array.isArray(list) && list.includes(value);
}

/** What keeps a rule from sending every event of its kind. */
function wants(rule: EventRule): readonly Problem[] {
  const { state, isEnabled } = rule.inputs;
  const narrowing = Object.keys(patternOf(rule)).filter((key) => !ALLOWED.includes(key));
  return [
    ...(state === "DISABLED" || String(isEnabled) === "false"
      ? [problem("name", `EventRule ${rule.name}, which sends to this queue, is disabled`)]
      : []),
    ...(narrowing.length === 0
      ? []
      : [problem("name", `the pattern of EventRule ${rule.name} leaves events out by ${narrowing.join(", ")}`)]),
  ];
}

function patternOf({ inputs: { eventPattern } }: EventRule): Readonly<Record<string, unknown>> {
  try {
    const pattern: unknown = JSON.parse(eventPattern ?? "{}");
    return typeof pattern === "object" && pattern !== null ? (pattern as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
