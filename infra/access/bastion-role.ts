import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { accountArn, partitionArn } from "../../config/derived/arn";
import { roleName } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import { ADMIN_ACCESS_POLICY, accessPolicyArn } from "../cluster/access-entries";
import { policyJson } from "../identity/policy-document";
import { fittingPolicy } from "../identity/policy-size";
import { nodeTrust } from "../nodes/node-role";
import type { BastionConfig } from "./bastion-host";
import { bastionPolicy } from "./bastion-policies";

/** What the role of the bastion is called after the cluster's name. */
export const BASTION_ROLE = "bastion";

/** Access policies of EKS by the word of the stack file. `AmazonEKSViewPolicy` reads no Secrets. Source: EKS user guide, "Review access policy permissions". */
export const BASTION_ACCESS_POLICIES = {
  view: "AmazonEKSViewPolicy",
  administer: ADMIN_ACCESS_POLICY,
} as const satisfies Record<BastionConfig["clusterAccess"], string>;

/** The role of the bastion, what carries it, and what must be there before the host starts. */
export interface BastionRole {
  readonly profileArn: pulumi.Output<string>;
  readonly ready: pulumi.Resource[];
}

/** Makes the role, its two policies and its profile. The host takes the role's credentials only if it starts after them. */
export function bastionRole(name: string, platform: Platform, opts: pulumi.CustomResourceOptions): BastionRole {
  const physicalName = roleName(platform, BASTION_ROLE);
  const description = `Bastion of ${platform.cluster.name}`;
  const role = new aws.iam.Role(
    `${name}-role`,
    { name: physicalName, description, assumeRolePolicy: policyJson(nodeTrust(platform)) },
    opts,
  );
  const policy = new aws.iam.Policy(
    `${name}-policy`,
    { name: physicalName, description, policy: policyJson(fittingPolicy(physicalName, bastionPolicy(platform))) },
    opts,
  );
  const own = new aws.iam.RolePolicyAttachment(`${name}-policy`, { role: role.name, policyArn: policy.arn }, opts);
  const agent = new aws.iam.RolePolicyAttachment(
    `${name}-session-manager`,
    { role: role.name, policyArn: partitionArn(platform.aws, "iam", "aws:policy/AmazonSSMManagedInstanceCore") },
    opts,
  );
  const profile = new aws.iam.InstanceProfile(`${name}-profile`, { name: physicalName, role: role.name }, opts);
  return { profileArn: profile.arn, ready: [role, own, agent] };
}

/** Lets the role into the cluster, as far as the stack file says. */
export function bastionClusterAccess(
  name: string,
  { platform, config }: { readonly platform: Platform; readonly config: BastionConfig },
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
  const clusterName = platform.cluster.name;
  const principalArn = accountArn(platform.aws, "iam", `role/${roleName(platform, BASTION_ROLE)}`);
  const entry = new aws.eks.AccessEntry(`${name}-access`, { clusterName, principalArn, type: "STANDARD" }, opts);
  return new aws.eks.AccessPolicyAssociation(
    `${name}-access`,
    {
      clusterName,
      principalArn,
      policyArn: accessPolicyArn(platform.aws, BASTION_ACCESS_POLICIES[config.clusterAccess]),
      accessScope: { type: "cluster" },
    },
    { ...opts, dependsOn: [entry] },
  );
}
