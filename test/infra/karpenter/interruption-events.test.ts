import {
  INTERRUPTION_EVENT_NAMES,
  INTERRUPTION_EVENTS,
  INTERRUPTION_TARGET_ID,
  ruleName,
} from "../../../infra/karpenter/interruption-events";

/** Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml, the four AWS::Events::Rule resources in order. */
const RELEASE_PATTERNS = [
  { source: ["aws.health"], "detail-type": ["AWS Health Event"] },
  { source: ["aws.ec2"], "detail-type": ["EC2 Spot Instance Interruption Warning"] },
  { source: ["aws.ec2"], "detail-type": ["EC2 Instance Rebalance Recommendation"] },
  { source: ["aws.ec2"], "detail-type": ["EC2 Instance State-change Notification"] },
];

test("the patterns are those of the release, with no filter on details", () => {
  expect(Object.values(INTERRUPTION_EVENTS)).toEqual(RELEASE_PATTERNS);
  expect(INTERRUPTION_TARGET_ID).toBe("KarpenterInterruptionQueueTarget");
});

test("rules are named after cluster and event", () => {
  expect(INTERRUPTION_EVENT_NAMES.map((event) => ruleName("prod-us-east-1", event))).toEqual([
    "prod-us-east-1-karpenter-health-event",
    "prod-us-east-1-karpenter-spot-warning",
    "prod-us-east-1-karpenter-rebalance",
    "prod-us-east-1-karpenter-state-change",
  ]);
});

test("a name of 64 characters is allowed, one of 65 refused with the way out", () => {
  expect(ruleName("c".repeat(41), "spot-warning")).toHaveLength(64);
  expect(() => ruleName("c".repeat(42), "spot-warning")).toThrow(
    /^vantage:cluster\.name: "c{42}" .* of 65 characters; 64 are allowed\. Choose a cluster name of at most 41 characters\.$/,
  );
});
