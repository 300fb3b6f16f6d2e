import { karpenterInterruptionEvents } from "../../../../policies/rules/karpenter/karpenter-interruption-events";
import { inputsIn, resource, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { controller, queue, sends } from "./karpenter-objects";

const AT = "aws:sqs/queue:Queue queue: name";
const NO_SPOT = `${AT}: no EventRule sends "EC2 Spot Instance Interruption Warning" of aws.ec2 to this queue`;
const pattern = (of: object) => (things: Things) =>
  Object.assign(inputsIn(things, "spot"), { eventPattern: JSON.stringify(of) });
const SPOT = { source: ["aws.ec2"], "detail-type": ["EC2 Spot Instance Interruption Warning"] };

describeRule(karpenterInterruptionEvents, {
  good: () => ({
    resources: [
      controller(),
      queue(),
      ...sends("health", "aws.health", "AWS Health Event"),
      ...sends("spot", "aws.ec2", "EC2 Spot Instance Interruption Warning"),
      ...sends("rebalance", "aws.ec2", "EC2 Instance Rebalance Recommendation"),
      ...sends("state", "aws.ec2", "EC2 Instance State-change Notification"),
    ],
  }),
  holds: [
    [
      "a target whose ARN is known",
      (things) =>
        Object.assign(inputsIn(things, "spot-target"), { arn: "arn:aws:sqs:us-east-1:123456789012:interruptions" }),
    ],
    [
      "a further rule that is narrower",
      (things) => {
        things.resources.push(...sends("more", "aws.ec2", "EC2 Instance State-change Notification"));
        Object.assign(inputsIn(things, "more"), { state: "DISABLED" });
      },
    ],
  ],
  breaks: [
    [
      "a detail-type that is misspelt",
      pattern({ ...SPOT, "detail-type": ["EC2 Spot Instance Interruption Warnings"] }),
      [NO_SPOT],
    ],
    ["an event of another source", pattern({ ...SPOT, source: ["aws.health"] }), [NO_SPOT]],
    [
      "a pattern that looks into the event",
      pattern({ ...SPOT, detail: { "instance-action": ["stop"] } }),
      [`${AT}: the pattern of EventRule spot leaves events out by detail`],
    ],
    [
      "a rule that is disabled",
      (things) => Object.assign(inputsIn(things, "spot"), { state: "DISABLED" }),
      [`${AT}: EventRule spot, which sends to this queue, is disabled`],
    ],
    [
      "a rule that is disabled, in the older form",
      (things) => Object.assign(inputsIn(things, "spot"), { isEnabled: "false" }),
      [`${AT}: EventRule spot, which sends to this queue, is disabled`],
    ],
    [
      "a rule without a target",
      (things) => {
        things.resources = things.resources.filter(({ name }) => name !== "spot-target");
      },
      [NO_SPOT],
    ],
    [
      "a target that is another queue",
      (things) => Object.assign(inputsIn(things, "spot-target"), { arn: "arn:aws:sqs:us-east-1:123456789012:other" }),
      [NO_SPOT],
    ],
    [
      "a target that waits for another queue",
      (things) => {
        const target = things.resources.find(({ name }) => name === "spot-target");
        Object.assign(target ?? {}, { dependencies: [] });
      },
      [NO_SPOT],
    ],
  ],
  unreadable: [
    [
      "a pattern that is known later",
      (things) => Object.assign(inputsIn(things, "spot"), { eventPattern: "[unknown]" }),
      ["aws:sqs/queue:Queue queue: eventPattern is unknown before it is created"],
    ],
  ],
  ignores: [
    [
      "queues that no Karpenter listens to",
      (things) => {
        things.resources = [resource("aws:sqs/queue:Queue", "other", { name: "other" })];
      },
    ],
  ],
});
