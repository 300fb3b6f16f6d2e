import { sqsTlsOnly } from "../../../../policies/rules/messaging/sqs-tls-only";
import { type Changeable, inputsIn, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { add, policyOf, QUEUE, QUEUE_ARN, queue, thingsOf } from "./queue-fixture";

const deny = (change: Changeable = {}): Changeable => ({
  Effect: "Deny",
  Principal: "*",
  Action: ["sqs:*"],
  Resource: QUEUE_ARN,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
  ...change,
});

const withPolicy =
  (...statements: readonly Changeable[]) =>
  (things: Things): void => {
    inputsIn(things, "policy").policy = JSON.stringify({ Statement: statements });
  };

const OPEN = `${QUEUE} orders: name: the policy policy lets requests without TLS through to ${QUEUE_ARN}; it has to deny them`;

describeRule(sqsTlsOnly, {
  good: () => thingsOf(queue(), policyOf(deny())),
  holds: [
    [
      "a policy that names the queue by its URL",
      (things) => {
        const url = "https://sqs.us-east-1.amazonaws.com/123456789012/orders";
        things.resources = things.resources.map((one) => ({ ...one, dependencies: [] }));
        inputsIn(things, "policy").queueUrl = url;
      },
    ],
    [
      "a policy of the queue's own",
      (things) => {
        things.resources.pop();
        inputsIn(things).policy = JSON.stringify({ Statement: deny() });
      },
    ],
    [
      "a queue in a region of its own",
      (things) => {
        inputsIn(things, "orders").region = "eu-west-1";
        withPolicy(deny({ Resource: QUEUE_ARN.replace("us-east-1", "eu-west-1") }))(things);
      },
    ],
    ["a statement among others", withPolicy({ Effect: "Allow", Principal: "*", Action: "sqs:*" }, deny())],
  ],
  breaks: [
    [
      "a queue without a policy",
      (things) => things.resources.pop(),
      [`${QUEUE} orders: : has no QueuePolicy; one has to deny requests without TLS`],
    ],
    [
      "another queue's policy",
      (things) => Object.assign(inputsIn(things, "policy"), { queueUrl: "https://sqs/123456789012/invoices" }),
      [`${QUEUE} orders: : has no QueuePolicy; one has to deny requests without TLS`],
    ],
    ["no statement that denies", withPolicy({ Effect: "Allow", Principal: "*", Action: "sqs:*" }), [OPEN]],
    ["sending denied, not receiving", withPolicy(deny({ Action: "sqs:SendMessage" })), [OPEN]],
    ["another queue in the statement", withPolicy(deny({ Resource: `${QUEUE_ARN}-dead` })), [OPEN]],
    ["another account in the statement", withPolicy(deny({ Resource: QUEUE_ARN.replace("1234", "9999") })), [OPEN]],
    [
      "a second policy that takes the place of the first",
      (things) => add(things, { ...policyOf({ Effect: "Allow", Principal: "*", Action: "sqs:*" }), name: "second" }),
      [OPEN.replace("the policy policy", "the policy second")],
    ],
  ],
  unreadable: [
    [
      "a policy that is known later",
      (things) => Object.assign(inputsIn(things, "policy"), { policy: "[unknown]" }),
      [`${QUEUE} orders: policy is unknown before it is created`],
    ],
  ],
});
