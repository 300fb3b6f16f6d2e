import { karpenterQueueAdmission } from "../../../../policies/rules/karpenter/karpenter-queue-admission";
import { inputsIn, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { controller, queue, queuePolicy, sends } from "./karpenter-objects";

const AT = "aws:sqs/queue:Queue queue: name";
const NOBODY = `${AT}: no policy of this queue lets events.amazonaws.com send to it`;
const ARN = "arn:aws:events:us-east-1:123456789012:rule";
const statement = (arns?: readonly string[]) => ({
  Effect: "Allow",
  Principal: { Service: ["events.amazonaws.com", "sqs.amazonaws.com"] },
  Action: ["sqs:SendMessage"],
  ...(arns === undefined ? {} : { Condition: { ArnEquals: { "aws:SourceArn": arns } } }),
});
const admitting =
  (...statements: readonly object[]) =>
  (things: Things) =>
    Object.assign(inputsIn(things, "policy"), { policy: JSON.stringify({ Statement: statements }) });

describeRule(karpenterQueueAdmission, {
  good: () => ({
    resources: [
      controller(),
      queue(),
      queuePolicy({ Statement: [statement([`${ARN}/test-spot`, `${ARN}/test-health`])] }),
      ...sends("spot", "aws.ec2", "EC2 Spot Instance Interruption Warning"),
      ...sends("health", "aws.health", "AWS Health Event"),
    ],
  }),
  holds: [
    [
      "a policy of the queue's own",
      (things) => {
        inputsIn(things, "queue").policy = JSON.stringify({ Statement: statement() });
        things.resources = things.resources.filter(({ name }) => name !== "policy");
      },
    ],
    ["an action in capitals, which IAM doesn't tell apart", admitting({ ...statement(), Action: "SQS:sendmessage" })],
    ["a policy that admits every rule", admitting(statement())],
    ["a policy that admits rules by how they begin", admitting(statement([`${ARN}/test-*`]))],
    ["a statement for each", admitting(statement([`${ARN}/test-spot`]), statement([`${ARN}/test-health`]))],
    [
      "a single statement, not in a list",
      (things) => Object.assign(inputsIn(things, "policy"), { policy: JSON.stringify({ Statement: statement() }) }),
    ],
  ],
  breaks: [
    [
      "a rule that the condition doesn't name",
      admitting(statement([`${ARN}/test-spot`])),
      [`${AT}: the queue's policy does not admit EventRule health`],
    ],
    ["a policy that refuses", admitting({ ...statement(), Effect: "Deny" }), [NOBODY]],
    ["a policy for another action", admitting({ ...statement(), Action: "sqs:ReceiveMessage" }), [NOBODY]],
    [
      "a policy for another service",
      admitting({ ...statement(), Principal: { Service: "sns.amazonaws.com" } }),
      [NOBODY],
    ],
    [
      "a policy that nobody can read",
      (things) => Object.assign(inputsIn(things, "policy"), { policy: "Allow" }),
      ["aws:sqs/queue:Queue queue: policy: is no JSON; a policy is an object with Version and Statement"],
    ],
    [
      "no policy",
      (things) => {
        things.resources = things.resources.filter(({ name }) => name !== "policy");
      },
      [NOBODY],
    ],
  ],
  unreadable: [
    [
      "a policy that is known later",
      (things) => Object.assign(inputsIn(things, "policy"), { policy: "[unknown]" }),
      ["aws:sqs/queue:Queue queue: policy is unknown before it is created"],
    ],
  ],
});
