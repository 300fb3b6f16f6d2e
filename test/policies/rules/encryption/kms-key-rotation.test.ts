import { kmsKeyRotation } from "../../../../policies/rules/encryption/kms-key-rotation";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const KEY = "aws:kms/key:Key";

describeRule(kmsKeyRotation, {
  good: () => ({ resources: [resource(KEY, "keys-data", { enableKeyRotation: true })] }),
  breaks: [
    [
      "rotation turned off",
      (things) => Object.assign(inputsIn(things), { enableKeyRotation: false }),
      [`${KEY} keys-data: enableKeyRotation: is false; it has to be true`],
    ],
    [
      "rotation left to the default, which is off",
      (things) => delete inputsIn(things).enableKeyRotation,
      [`${KEY} keys-data: enableKeyRotation: is not set; it has to be true`],
    ],
  ],
  ignores: [
    ["a key for signing", (things) => Object.assign(inputsIn(things), { customerMasterKeySpec: "ECC_NIST_P256" })],
    ["a key of a key store of one's own", (things) => Object.assign(inputsIn(things), { customKeyStoreId: "cks-1" })],
  ],
  unreadable: [
    [
      "a value that is known later",
      (things) => Object.assign(inputsIn(things), { enableKeyRotation: "[unknown]" }),
      [`${KEY} keys-data: enableKeyRotation is unknown before it is created`],
    ],
  ],
});
