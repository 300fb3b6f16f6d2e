import { iamWildcardAction } from "../../../../policies/rules/identity/iam-wildcard-action";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { changeStatement, managedPolicy, POLICY, policyOf, ROLE } from "./policy-fixture";

const BUCKET = "arn:aws:s3:::backups";

describeRule(iamWildcardAction, {
  good: () => ({
    resources: [
      managedPolicy("backup", {
        Sid: "Write",
        Effect: "Allow",
        Action: ["s3:PutObject"],
        Resource: [`${BUCKET}/redis/*`],
      }),
    ],
  }),
  holds: [
    [
      "every action on one bucket",
      changeStatement((it) => Object.assign(it, { Action: "s3:*", Resource: `${BUCKET}/*` })),
    ],
    ["named actions on everything", changeStatement((it) => Object.assign(it, { Resource: "*" }))],
    ["part of a service's actions", changeStatement((it) => Object.assign(it, { Action: "s3:Put*", Resource: "*" }))],
  ],
  breaks: [
    [
      "everything",
      changeStatement((it) => Object.assign(it, { Action: "*", Resource: "*" })),
      [`${POLICY} backup: policy: Write allows * on *; one of the two has to be a list of names`],
    ],
    [
      "a whole service, whatever the condition",
      changeStatement((it) =>
        Object.assign(it, {
          Action: ["s3:PutObject", "s3:*"],
          Resource: "arn:aws:s3:::*",
          Condition: { StringEquals: { "aws:ResourceTag/team": "data" } },
        }),
      ),
      [`${POLICY} backup: policy: Write allows s3:* on arn:aws:s3:::*; one of the two has to be a list of names`],
    ],
    [
      "a whole service on every resource of a type",
      changeStatement((it) => {
        Object.assign(it, { Action: "ec2:*", Resource: ["arn:aws:ec2:us-east-1:123456789012:instance/*"] });
        delete it.Sid;
      }),
      [
        `${POLICY} backup: policy: statement 1 allows ec2:* on arn:aws:ec2:us-east-1:123456789012:instance/*; one of the two has to be a list of names`,
      ],
    ],
    [
      "everything but something",
      changeStatement((it) => {
        Object.assign(it, { NotAction: "iam:*", NotResource: [BUCKET] });
        delete it.Action;
        delete it.Resource;
      }),
      [
        `${POLICY} backup: policy: Write allows every action but iam:* on every resource but ${BUCKET}; one of the two has to be a list of names`,
      ],
    ],
    [
      "an inline policy of a role",
      (things) => {
        const policy = policyOf([{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }]);
        things.resources.push({ ...resource(ROLE, "node", { inlinePolicies: [{ name: "all", policy }] }) });
      },
      [`${ROLE} node: inlinePolicies[0].policy: All allows * on *; one of the two has to be a list of names`],
    ],
    [
      "a text that is no policy",
      (things) => Object.assign(inputsIn(things), { policy: "{}" }),
      [`${POLICY} backup: policy: has no Statement; a policy has at least one`],
    ],
  ],
  unreadable: [
    [
      "a policy that is known later",
      (things) => Object.assign(inputsIn(things), { policy: "[unknown]" }),
      [`${POLICY} backup: policy is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "everything forbidden",
      changeStatement((it) => Object.assign(it, { Effect: "Deny", Action: "*", Resource: "*" })),
    ],
    [
      "a role without inline policies",
      (things) => {
        things.resources = [{ ...resource(ROLE, "node", { inlinePolicies: [{ name: "", policy: "" }] }) }];
      },
    ],
  ],
});
