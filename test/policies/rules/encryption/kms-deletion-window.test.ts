import { kmsDeletionWindow } from "../../../../policies/rules/encryption/kms-deletion-window";
import { inputsIn, resource, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const KEY = "aws:kms/key:Key";

describeRule(kmsDeletionWindow, {
  good: () => ({ resources: [resource(KEY, "keys-data", { deletionWindowInDays: 30 })] as Things["resources"] }),
  holds: [
    ["the default", (things) => delete inputsIn(things).deletionWindowInDays],
    ["a number as text", (things) => Object.assign(inputsIn(things), { deletionWindowInDays: "30" })],
  ],
  breaks: [
    [
      "a key that goes within a week",
      (things) => Object.assign(inputsIn(things), { deletionWindowInDays: 7 }),
      [`${KEY} keys-data: deletionWindowInDays: is 7; it has to be 30`],
    ],
  ],
  unreadable: [
    [
      "a window that is known later",
      (things) => Object.assign(inputsIn(things), { deletionWindowInDays: "[unknown]" }),
      [`${KEY} keys-data: deletionWindowInDays is unknown before it is created`],
    ],
  ],
});
