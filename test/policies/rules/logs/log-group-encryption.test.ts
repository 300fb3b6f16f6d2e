import { logGroupEncryption } from "../../../../policies/rules/logs/log-group-encryption";
import { inputsIn, resource, type Things, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const KEY = "aws:kms/key:Key";

describeRule(logGroupEncryption, {
  good: () => ({
    resources: [
      resource(KEY, "keys-logs", {}),
      resource(GROUP, "flow-logs", { kmsKeyId: "[unknown]" }, { dependencies: [urnOf(KEY, "keys-logs")] }),
    ] as Things["resources"],
  }),
  holds: [
    [
      "a key that exists",
      (things) => {
        things.resources.shift();
        inputsIn(things).kmsKeyId = "arn:aws:kms:us-east-1:111122223333:key/1234abcd";
      },
    ],
  ],
  breaks: [
    [
      "the key of AWS, which is the default",
      (things) => delete inputsIn(things, "flow-logs").kmsKeyId,
      [`${GROUP} flow-logs: kmsKeyId: is not set; it has to name a customer managed key`],
    ],
    [
      "an empty key",
      (things) => Object.assign(inputsIn(things, "flow-logs"), { kmsKeyId: "" }),
      [`${GROUP} flow-logs: kmsKeyId: is not set; it has to name a customer managed key`],
    ],
  ],
  unreadable: [
    [
      "a key that is known later, of which the plan doesn't tell",
      (things) => things.resources.shift(),
      [`${GROUP} flow-logs: kmsKeyId is unknown before it is created`],
    ],
  ],
});
