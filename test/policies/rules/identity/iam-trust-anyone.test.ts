import { iamTrustAnyone } from "../../../../policies/rules/identity/iam-trust-anyone";
import { inputsIn } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { changeStatement, ROLE, trustedRole } from "./policy-fixture";

const input = "assumeRolePolicy";

describeRule(iamTrustAnyone, {
  good: () => ({
    resources: [
      trustedRole("node", {
        Sid: "Instances",
        Effect: "Allow",
        Principal: { Service: "ec2.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
    ],
  }),
  breaks: [
    [
      "any AWS principal, whatever the condition",
      changeStatement(
        (it) => {
          it.Principal = { AWS: "*" };
          it.Condition = { StringEquals: { "aws:PrincipalOrgID": "o-1" } };
        },
        { input },
      ),
      [`${ROLE} node: assumeRolePolicy: Instances trusts *; a principal has to be named`],
    ],
    [
      "anyone at all, beside someone",
      changeStatement((it) => Object.assign(it, { Principal: { Service: "ec2.amazonaws.com", AWS: ["*"] } }), {
        input,
      }),
      [`${ROLE} node: assumeRolePolicy: Instances trusts *; a principal has to be named`],
    ],
    [
      "everyone but someone",
      changeStatement(
        (it) => {
          it.NotPrincipal = { AWS: "arn:aws:iam::123456789012:root" };
          delete it.Principal;
        },
        { input },
      ),
      [
        `${ROLE} node: assumeRolePolicy: Instances trusts everyone but arn:aws:iam::123456789012:root; a principal has to be named`,
      ],
    ],
    [
      "a text that is no JSON",
      (things) => Object.assign(inputsIn(things), { assumeRolePolicy: "" }),
      [`${ROLE} node: assumeRolePolicy: is no JSON; a policy is an object with Version and Statement`],
    ],
  ],
  unreadable: [
    [
      "trust that is known later",
      (things) => Object.assign(inputsIn(things), { assumeRolePolicy: "[unknown]" }),
      [`${ROLE} node: assumeRolePolicy is unknown before it is created`],
    ],
  ],
});
