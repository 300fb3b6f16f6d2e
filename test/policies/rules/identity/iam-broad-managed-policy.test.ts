import { iamBroadManagedPolicy } from "../../../../policies/rules/identity/iam-broad-managed-policy";
import { inputsIn, resource, urnOf } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { POLICY, ROLE } from "./policy-fixture";

const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const ofAws = (name: string): string => `arn:aws:iam::aws:policy/${name}`;

describeRule(iamBroadManagedPolicy, {
  good: () => ({
    resources: [
      resource(ATTACHMENT, "node-worker", { role: "node", policyArn: ofAws("AmazonEKSWorkerNodePolicy") }),
      resource(
        ATTACHMENT,
        "backup",
        { role: "backup", policyArn: "[unknown]" },
        { dependencies: [urnOf(POLICY, "backup")] },
      ),
      resource(POLICY, "backup", {}),
    ],
  }),
  holds: [
    [
      "a policy that reads images, which is what a node is for",
      (things) => Object.assign(inputsIn(things), { policyArn: ofAws("AmazonEC2ContainerRegistryReadOnly") }),
    ],
    [
      "a policy of the account that is only called so",
      (things) => Object.assign(inputsIn(things), { policyArn: "arn:aws:iam::123456789012:policy/CacheFullAccess" }),
    ],
    [
      "a narrow policy for a service",
      (things) => Object.assign(inputsIn(things), { policyArn: ofAws("service-role/AmazonEBSCSIDriverPolicy") }),
    ],
  ],
  breaks: [
    ...[
      "AdministratorAccess",
      "AdministratorAccess-Amplify",
      "PowerUserAccess",
      "IAMFullAccess",
      "AmazonS3FullAccess",
      "AmazonECS_FullAccess",
      "CloudWatchFullAccessV2",
      "job-function/SystemAdministrator",
    ].map(
      (name) =>
        [
          name,
          (things: Parameters<typeof inputsIn>[0]) => Object.assign(inputsIn(things), { policyArn: ofAws(name) }),
          [`${ATTACHMENT} node-worker: policyArn: is ${ofAws(name)}; it grants more than a list of calls`],
        ] as const,
    ),
    ...["ReadOnlyAccess", "AmazonS3ReadOnlyAccess", "SecretsManagerReadWrite"].map(
      (name) =>
        [
          name,
          (things: Parameters<typeof inputsIn>[0]) => Object.assign(inputsIn(things), { policyArn: ofAws(name) }),
          [
            `${ATTACHMENT} node-worker: policyArn: is ${ofAws(name)}; it reads all that is stored, and not only what there is`,
          ],
        ] as const,
    ),
    [
      "a policy that the role itself names",
      (things) =>
        things.resources.push({
          ...resource(ROLE, "node", {
            managedPolicyArns: [ofAws("job-function/ViewOnlyAccess"), ofAws("AdministratorAccess")],
          }),
        }),
      [`${ROLE} node: managedPolicyArns[1]: is ${ofAws("AdministratorAccess")}; it grants more than a list of calls`],
    ],
  ],
  unreadable: [
    [
      "a policy from elsewhere that is known later",
      (things) => Object.assign(inputsIn(things), { policyArn: "[unknown]" }),
      [`${ATTACHMENT} node-worker: policyArn is unknown before it is created`],
    ],
  ],
  ignores: [
    [
      "a role without attachments",
      (things) => {
        things.resources = [{ ...resource(ROLE, "node", {}) }];
      },
    ],
  ],
});
