import { sqsEncryption } from "../../../../policies/rules/messaging/sqs-encryption";
import { inputsIn, resource, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { add, QUEUE, queue, thingsOf } from "./queue-fixture";

const KEY = "aws:kms/key:Key";

describeRule(sqsEncryption, {
  good: () => thingsOf(queue()),
  holds: [
    [
      "a customer managed key",
      (things) =>
        Object.assign(inputsIn(things), {
          sqsManagedSseEnabled: undefined,
          kmsMasterKeyId: "arn:aws:kms:us-east-1:111122223333:key/1234abcd",
        }),
    ],
    [
      "a key that is yet to be created",
      (things) => {
        Object.assign(inputsIn(things), { sqsManagedSseEnabled: false, kmsMasterKeyId: "[unknown]" });
        things.resources = things.resources.map((one) => ({ ...one, dependencies: [urnOf(KEY, "queues")] }));
        add(things, resource(KEY, "queues", {}));
      },
    ],
  ],
  breaks: [
    [
      "encryption turned off",
      (things) => Object.assign(inputsIn(things), { sqsManagedSseEnabled: false }),
      [
        `${QUEUE} orders: kmsMasterKeyId: is not set; it has to name a customer managed key, unless sqsManagedSseEnabled is true (sqsManagedSseEnabled is false)`,
      ],
    ],
    [
      "encryption left to the default",
      (things) => delete inputsIn(things).sqsManagedSseEnabled,
      [
        `${QUEUE} orders: kmsMasterKeyId: is not set; it has to name a customer managed key, unless sqsManagedSseEnabled is true (sqsManagedSseEnabled is not set)`,
      ],
    ],
    [
      "the key of AWS, which EventBridge can't use",
      (things) => Object.assign(inputsIn(things), { sqsManagedSseEnabled: undefined, kmsMasterKeyId: "alias/aws/sqs" }),
      [
        `${QUEUE} orders: kmsMasterKeyId: is alias/aws/sqs, a key of AWS whose policy nobody can change; it has to name a customer managed key, unless sqsManagedSseEnabled is true (sqsManagedSseEnabled is not set)`,
      ],
    ],
  ],
  unreadable: [
    [
      "a key that is known later, of which the plan doesn't tell",
      (things) => Object.assign(inputsIn(things), { sqsManagedSseEnabled: false, kmsMasterKeyId: "[unknown]" }),
      [`${QUEUE} orders: kmsMasterKeyId is unknown before it is created`],
    ],
  ],
});
