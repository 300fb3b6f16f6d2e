import { arnAccount } from "../../../../policies/rules/platform/arn-account";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const arn = (account: string) => ({ policyArn: `arn:aws:iam::${account}:policy/Read` });

describeRule(arnAccount, {
  good: () => ({ resources: [resource(ATTACHMENT, "read", arn("123456789012"))] }),
  holds: [
    ["a policy that AWS manages", (things) => Object.assign(inputsIn(things), arn("aws"))],
    ["any account, which is no literal", (things) => Object.assign(inputsIn(things), arn("*"))],
    ["no account", (things) => Object.assign(inputsIn(things), { policyArn: "arn:aws:s3:::acme-lake" })],
  ],
  breaks: [
    [
      "a policy of another account",
      (things) => Object.assign(inputsIn(things), arn("210987654321")),
      [
        `${ATTACHMENT} read: policyArn: arn:aws:iam::210987654321:policy/Read is of account 210987654321; the stack's is 123456789012`,
      ],
    ],
  ],
  ignores: [["no ARN", (things) => Object.assign(inputsIn(things), { policyArn: "Read" })]],
});
