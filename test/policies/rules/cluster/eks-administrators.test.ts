import { eksAdministrators } from "../../../../policies/rules/cluster/eks-administrators";
import { inputsIn, resource } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";

const ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const POLICIES = "arn:aws:eks::aws:cluster-access-policy";
const ROLES = "arn:aws:iam::123456789012:role";
const IS = `${ASSOCIATION} admin: principalArn`;
const NAMED = "roles of the account that may administer: platform-infra, teams/sre";

describeRule(eksAdministrators, {
  settings: { administrators: ["platform-infra", "teams/sre"] },
  good: () => ({
    resources: [
      resource(ASSOCIATION, "admin", {
        policyArn: `${POLICIES}/AmazonEKSClusterAdminPolicy`,
        principalArn: `${ROLES}/platform-infra`,
        accessScope: { type: "cluster" },
      }),
    ],
  }),
  holds: [
    ["a named role with a path", (things) => Object.assign(inputsIn(things), { principalArn: `${ROLES}/teams/sre` })],
  ],
  breaks: [
    [
      "another role",
      (things) => Object.assign(inputsIn(things), { principalArn: `${ROLES}/developers` }),
      [`${IS}: ${ROLES}/developers gets AmazonEKSClusterAdminPolicy; ${NAMED}`],
    ],
    [
      "a role of that name in another account",
      (things) => Object.assign(inputsIn(things), { principalArn: "arn:aws:iam::999999999999:role/platform-infra" }),
      [`${IS}: arn:aws:iam::999999999999:role/platform-infra gets AmazonEKSClusterAdminPolicy; ${NAMED}`],
    ],
    [
      "a user of that name",
      (things) => Object.assign(inputsIn(things), { principalArn: "arn:aws:iam::123456789012:user/platform-infra" }),
      [`${IS}: arn:aws:iam::123456789012:user/platform-infra gets AmazonEKSClusterAdminPolicy; ${NAMED}`],
    ],
    [
      "a policy that reads every Secret",
      (things) =>
        Object.assign(inputsIn(things), {
          policyArn: `${POLICIES}/AmazonEKSAdminViewPolicy`,
          principalArn: `${ROLES}/auditors`,
        }),
      [`${IS}: ${ROLES}/auditors gets AmazonEKSAdminViewPolicy; ${NAMED}`],
    ],
  ],
  unreadable: [
    [
      "a role that is yet to be made",
      (things) => Object.assign(inputsIn(things), { principalArn: "[unknown]" }),
      [`${ASSOCIATION} admin: principalArn is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "those who may only look",
      (things) =>
        Object.assign(inputsIn(things), {
          policyArn: `${POLICIES}/AmazonEKSViewPolicy`,
          principalArn: `${ROLES}/developers`,
        }),
    ],
    [
      "the administrators of a namespace",
      (things) =>
        Object.assign(inputsIn(things), {
          policyArn: `${POLICIES}/AmazonEKSAdminPolicy`,
          principalArn: `${ROLES}/developers`,
          accessScope: { type: "namespace", namespaces: ["orders"] },
        }),
    ],
  ],
});
