import { sqsRetention } from "../../../../policies/rules/messaging/sqs-retention";
import { inputsIn, resource, type Things, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { add, QUEUE, QUEUE_ARN, queue, thingsOf } from "./queue-fixture";

const REDRIVE = "aws:sqs/redrivePolicy:RedrivePolicy";
const DAY_SECONDS = 86_400;

const redrivePolicy = JSON.stringify({ deadLetterTargetArn: `${QUEUE_ARN}-dead`, maxReceiveCount: 5 });

const retention =
  (seconds: number, name = "orders") =>
  (things: Things): void => {
    inputsIn(things, name).messageRetentionSeconds = seconds;
  };

/** Gives the queue a dead-letter queue that keeps messages for two days. */
const withDeadLetters = (things: Things): void => {
  inputsIn(things, "orders").redrivePolicy = redrivePolicy;
  add(things, queue("orders-dead", { messageRetentionSeconds: 2 * DAY_SECONDS }));
};

/** The same through a resource of its own. */
const withRedriveResource = (things: Things, queueUrl: string): void => {
  withDeadLetters(things);
  delete inputsIn(things, "orders").redrivePolicy;
  const dependencies = ["orders", "orders-dead"].map((name) => urnOf(QUEUE, name));
  add(things, resource(REDRIVE, "redrive", { queueUrl, redrivePolicy }, { dependencies }));
};

const all =
  (...changes: readonly ((things: Things) => unknown)[]) =>
  (things: Things): void => {
    for (const change of changes) change(things);
  };

const is = (seconds: number, allowed: string, name = "orders"): string =>
  `${QUEUE} ${name}: messageRetentionSeconds: is ${seconds} s; it has to be ${allowed}`;
const RETRIES = "the visibility timeout times the receives";

describeRule(sqsRetention, {
  good: () => thingsOf(queue()),
  holds: [
    ["a day", retention(DAY_SECONDS)],
    ["no more than one retry", retention(31)],
    ["a number as text", (things) => Object.assign(inputsIn(things), { messageRetentionSeconds: "300" })],
    ["a day and more where a dead-letter queue takes what fails", all(withDeadLetters, retention(DAY_SECONDS + 1))],
    [
      "the same with a redrive policy of its own",
      all(
        (things) => withRedriveResource(things, "https://sqs.us-east-1.amazonaws.com/123456789012/orders"),
        retention(DAY_SECONDS + 1),
      ),
    ],
    [
      "a dead-letter queue that counts anew",
      all(withDeadLetters, retention(300, "orders-dead"), (things) =>
        Object.assign(inputsIn(things, "orders-dead"), { fifoQueue: true }),
      ),
    ],
  ],
  breaks: [
    [
      "a redrive policy that nobody can read, of one queue among others",
      all(withDeadLetters, (things) => Object.assign(inputsIn(things, "orders"), { redrivePolicy: "{" })),
      [
        `${QUEUE} orders: redrivePolicy: is no JSON; it is an object with deadLetterTargetArn and maxReceiveCount`,
        is(2 * DAY_SECONDS, `at most ${DAY_SECONDS} s without a redrive policy`, "orders-dead"),
      ],
    ],
    [
      "a time that nobody chose",
      (things) => delete inputsIn(things).messageRetentionSeconds,
      [`${QUEUE} orders: messageRetentionSeconds: is not set; SQS keeps messages for 4 days unless a time is chosen`],
    ],
    [
      "messages that expire while they are hidden",
      (things) => Object.assign(inputsIn(things), { visibilityTimeoutSeconds: 300 }),
      [is(300, `more than 300 s, ${RETRIES}`)],
    ],
    [
      "messages that expire before they reach the dead-letter queue",
      all(withDeadLetters, (things) => Object.assign(inputsIn(things, "orders"), { visibilityTimeoutSeconds: 60 })),
      [is(300, `more than 300 s, ${RETRIES}`)],
    ],
    [
      "days without a dead-letter queue",
      retention(DAY_SECONDS + 1),
      [is(DAY_SECONDS + 1, `at most ${DAY_SECONDS} s without a redrive policy`)],
    ],
    [
      "a dead-letter queue that keeps messages no longer than its source",
      all(withDeadLetters, retention(300, "orders-dead")),
      [is(300, "more than the 300 s of orders, whose failed messages it takes", "orders-dead")],
    ],
    [
      "the same with a redrive policy of its own",
      all(
        (things) => withRedriveResource(things, "https://sqs.us-east-1.amazonaws.com/123456789012/orders"),
        retention(200, "orders-dead"),
      ),
      [is(200, "more than the 300 s of orders, whose failed messages it takes", "orders-dead")],
    ],
  ],
  unreadable: [
    [
      "a redrive policy that is known later",
      all(withDeadLetters, (things) => {
        inputsIn(things, "orders").redrivePolicy = "[unknown]";
        things.resources = things.resources.map((one) =>
          one.name === "orders" ? { ...one, dependencies: [urnOf(QUEUE, "orders-dead")] } : one,
        );
      }),
      [`${QUEUE} orders: redrivePolicy is unknown before it is created`],
    ],
    [
      "a redrive policy that leads from one new queue to another",
      all(
        (things) => withRedriveResource(things, "[unknown]"),
        (things) => Object.assign(inputsIn(things, "redrive"), { redrivePolicy: "[unknown]" }),
      ),
      ["orders", "orders-dead"].map(
        (name) => `${QUEUE} ${name}: what redrive belongs to is unknown before it is created`,
      ),
    ],
  ],
});
