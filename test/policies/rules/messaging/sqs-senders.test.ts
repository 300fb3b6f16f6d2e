import { sqsSenders } from "../../../../policies/rules/messaging/sqs-senders";
import { type Changeable, inputsIn, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { POLICY, policyOf, QUEUE, QUEUE_ARN, queue, thingsOf } from "./queue-fixture";

const allow = (change: Changeable = {}): Changeable => ({
  Sid: "Events",
  Effect: "Allow",
  Principal: { Service: "events.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: QUEUE_ARN,
  Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/orders" } },
  ...change,
});

const withStatement =
  (statement: Changeable) =>
  (things: Things): void => {
    inputsIn(things, "policy").policy = JSON.stringify({ Statement: [statement] });
  };

const open = (whom: string, where = "Events"): readonly string[] => [
  `${POLICY} policy: policy: statement ${where} allows ${whom} without a condition on the account; one has to name accounts`,
];

describeRule(sqsSenders, {
  good: () => thingsOf(policyOf(allow())),
  holds: [
    ["an account", withStatement(allow({ Principal: { AWS: "123456789012" }, Condition: {} }))],
    ["a role", withStatement(allow({ Principal: { AWS: "arn:aws:iam::123456789012:role/orders" }, Condition: {} }))],
    ["everybody of an account", withStatement(allow({ Principal: "*" }))],
    ["a statement that denies everybody", withStatement(allow({ Effect: "Deny", Principal: "*", Condition: {} }))],
  ],
  breaks: [
    ["everybody", withStatement(allow({ Principal: "*", Condition: {} })), open("*")],
    [
      "everybody among others",
      withStatement(allow({ Principal: { AWS: ["123456789012", "*"] }, Condition: {} })),
      open("*"),
    ],
    [
      "everybody but one",
      withStatement(allow({ Principal: undefined, NotPrincipal: { AWS: "123456789012" }, Condition: {} })),
      open("everybody but 123456789012"),
    ],
    ["a service for whoever asks it", withStatement(allow({ Condition: {} })), open("events.amazonaws.com")],
    [
      "a service of another partition",
      withStatement(allow({ Sid: undefined, Principal: { Service: "ec2.amazonaws.com.cn" }, Condition: {} })),
      open("ec2.amazonaws.com.cn", "1"),
    ],
    [
      "everybody who has TLS",
      withStatement(allow({ Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } })),
      open("*"),
    ],
    [
      "everybody in a policy of the queue's own",
      (things) => {
        const policy = JSON.stringify({ Statement: allow({ Principal: "*", Condition: {} }) });
        things.resources = thingsOf(queue("orders", { policy })).resources ?? [];
      },
      open("*").map((line) => line.replace(`${POLICY} policy`, `${QUEUE} orders`)),
    ],
    [
      "a text that is no policy",
      (things) => Object.assign(inputsIn(things), { policy: "{}" }),
      [`${POLICY} policy: policy: has no Statement; a policy has at least one`],
    ],
  ],
  unreadable: [
    [
      "a policy that is known later",
      (things) => Object.assign(inputsIn(things), { policy: "[unknown]" }),
      [`${POLICY} policy: policy is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "a queue whose policy is elsewhere",
      (things) => {
        things.resources = thingsOf(queue()).resources ?? [];
      },
    ],
  ],
});
