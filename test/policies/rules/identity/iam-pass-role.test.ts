import { iamPassRole } from "../../../../policies/rules/identity/iam-pass-role";
import { inputsIn } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { changeStatement, managedPolicy, POLICY } from "./policy-fixture";

const SERVICE = "StringEquals on iam:PassedToService has to name some";

describeRule(iamPassRole, {
  good: () => ({
    resources: [
      managedPolicy("launcher", {
        Sid: "Pass",
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: ["arn:aws:iam::123456789012:role/node"],
        Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
      }),
    ],
  }),
  holds: [
    [
      "two services",
      changeStatement((it) => {
        it.Condition.StringEquals = { "iam:passedtoservice": ["ec2.amazonaws.com", "eks.amazonaws.com"] };
      }),
    ],
  ],
  breaks: [
    [
      "any role of a prefix",
      changeStatement((it) => Object.assign(it, { Resource: ["arn:aws:iam::123456789012:role/node*"] })),
      [
        `${POLICY} launcher: policy: Pass lets arn:aws:iam::123456789012:role/node* be passed on; a role has to be named in full`,
      ],
    ],
    [
      "every role but one",
      changeStatement((it) => {
        it.NotResource = it.Resource;
        delete it.Resource;
      }),
      [
        `${POLICY} launcher: policy: Pass lets every role but arn:aws:iam::123456789012:role/node be passed on; a role has to be named in full`,
      ],
    ],
    [
      "any service",
      changeStatement((it) => delete it.Condition),
      [`${POLICY} launcher: policy: Pass lets roles be passed to any service; ${SERVICE}`],
    ],
    [
      "services by a pattern",
      changeStatement((it) => Object.assign(it, { Condition: { StringLike: { "iam:PassedToService": "*" } } })),
      [`${POLICY} launcher: policy: Pass lets roles be passed to any service; ${SERVICE}`],
    ],
    [
      "a pattern where a name is compared",
      changeStatement((it) => Object.assign(it.Condition.StringEquals, { "iam:PassedToService": "ec2.*" })),
      [`${POLICY} launcher: policy: Pass names ec2.* as iam:PassedToService; StringEquals takes it as it stands`],
    ],
    [
      "PassRole inside a pattern of actions",
      changeStatement((it) => Object.assign(it, { Action: "iam:Pass*", Resource: "*" })),
      [`${POLICY} launcher: policy: Pass lets * be passed on; a role has to be named in full`],
    ],
    [
      "every action but another",
      changeStatement((it) => {
        Object.assign(it, { NotAction: "s3:*", Resource: "*" });
        delete it.Action;
      }),
      [`${POLICY} launcher: policy: Pass lets * be passed on; a role has to be named in full`],
    ],
  ],
  unreadable: [
    [
      "a policy that is known later",
      (things) => Object.assign(inputsIn(things), { policy: "[unknown]" }),
      [`${POLICY} launcher: policy is unknown before it is created`],
    ],
  ],
  ignores: [
    ["a policy without PassRole", changeStatement((it) => Object.assign(it, { Action: "iam:GetRole" }))],
    ["a policy that forbids it", changeStatement((it) => Object.assign(it, { Effect: "Deny", Resource: "*" }))],
  ],
});
