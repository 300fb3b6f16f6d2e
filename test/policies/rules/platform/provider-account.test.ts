import { providerAccount } from "../../../../policies/rules/platform/provider-account";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const PROVIDER = "pulumi:providers:aws";

describeRule(providerAccount, {
  good: () => ({
    resources: [resource(PROVIDER, "aws", { region: "us-east-1", allowedAccountIds: '["123456789012"]' })],
  }),
  holds: [
    ["a list that is no text", (things) => Object.assign(inputsIn(things), { allowedAccountIds: ["123456789012"] })],
  ],
  breaks: [
    [
      "any account",
      (things) => delete inputsIn(things).allowedAccountIds,
      [`${PROVIDER} aws: allowedAccountIds: is not set; it has to be ["123456789012"]`],
    ],
    [
      "a second account",
      (things) => Object.assign(inputsIn(things), { allowedAccountIds: '["123456789012","210987654321"]' }),
      [`${PROVIDER} aws: allowedAccountIds: is ["123456789012","210987654321"]; it has to be ["123456789012"]`],
    ],
    [
      "another region",
      (things) => Object.assign(inputsIn(things), { region: "eu-west-1" }),
      [`${PROVIDER} aws: region: is eu-west-1; it has to be us-east-1`],
    ],
    [
      "the region of whoever runs Pulumi",
      (things) => delete inputsIn(things).region,
      [`${PROVIDER} aws: region: is not set; it has to be us-east-1`],
    ],
  ],
});
