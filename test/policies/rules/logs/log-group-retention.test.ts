import { logGroupRetention } from "../../../../policies/rules/logs/log-group-retention";
import { inputsIn, resource, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";

describeRule(logGroupRetention, {
  good: () => ({ resources: [resource(GROUP, "flow-logs", { retentionInDays: 90 })] as Things["resources"] }),
  breaks: [
    [
      "logs that never end",
      (things) => Object.assign(inputsIn(things), { retentionInDays: 0 }),
      [`${GROUP} flow-logs: retentionInDays: is 0, which is for ever; it has to be a number of days`],
    ],
    [
      "the default, which is the same",
      (things) => delete inputsIn(things).retentionInDays,
      [`${GROUP} flow-logs: retentionInDays: is not set, which is for ever; it has to be a number of days`],
    ],
  ],
  unreadable: [
    [
      "days that are known later",
      (things) => Object.assign(inputsIn(things), { retentionInDays: "[unknown]" }),
      [`${GROUP} flow-logs: retentionInDays is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "logs on their way to somewhere else",
      (things) => {
        inputsIn(things).logGroupClass = "DELIVERY";
        delete inputsIn(things).retentionInDays;
      },
    ],
  ],
});
