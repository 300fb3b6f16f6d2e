import { EVENT_RULE_NAME_MAX_CHARACTERS } from "../../config/reference/name-limits";
/** An EventBridge pattern; the two fields that Karpenter's rules look at. */
export interface EventPattern {
  readonly source: readonly string[];
  readonly "detail-type": readonly string[];
}

/**
 * The events that tell Karpenter that an instance is about to go, by the name of their rule. A pattern that is misspelt matches nothing and
 * fails silently, so these are compared with the release's by a test.
 *
 * What the controller does with them: health events only of EC2 and category scheduledChange; state changes only to stopping, stopped,
 * shutting-down and terminated; a rebalance recommendation is recorded as an event and drains nothing.
 *
 * Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml and pkg/controllers/interruption.
 */
export const INTERRUPTION_EVENTS = {
  "health-event": { source: ["aws.health"], "detail-type": ["AWS Health Event"] },
  "spot-warning": { source: ["aws.ec2"], "detail-type": ["EC2 Spot Instance Interruption Warning"] },
  rebalance: { source: ["aws.ec2"], "detail-type": ["EC2 Instance Rebalance Recommendation"] },
  "state-change": { source: ["aws.ec2"], "detail-type": ["EC2 Instance State-change Notification"] },
} as const satisfies Readonly<Record<string, EventPattern>>;

/** Name of an interruption event. */
export type InterruptionEvent = keyof typeof INTERRUPTION_EVENTS;

/** The events in the order in which their rules are made. */
export const INTERRUPTION_EVENT_NAMES = Object.keys(INTERRUPTION_EVENTS) as readonly InterruptionEvent[];

/** Id of the queue as target of each rule. Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml. */
export const INTERRUPTION_TARGET_ID = "KarpenterInterruptionQueueTarget";

/**
 * Physical name of an event's rule, known from configuration so that the queue's policy can name the rule before it exists. Two clusters of
 * one account have different rules.
 *
 * @throws {Error} when the cluster's name leaves no room: it may have 41 characters.
 *
 * @example ruleName("shop-eu", "rebalance") // shop-eu-karpenter-rebalance
 */
export function ruleName(clusterName: string, event: InterruptionEvent): string {
  const name = `${clusterName}-karpenter-${event}`;
  if (name.length > EVENT_RULE_NAME_MAX_CHARACTERS) {
    const room = EVENT_RULE_NAME_MAX_CHARACTERS - (name.length - clusterName.length);
    throw new Error(
      `vantage:cluster.name: "${clusterName}" makes the EventBridge rule "${name}" of ${name.length} characters; ` +
        `${EVENT_RULE_NAME_MAX_CHARACTERS} are allowed. Choose a cluster name of at most ${room} characters.`,
    );
  }
  return name;
}
