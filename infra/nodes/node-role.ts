import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { partitionArn } from "../../config/derived/arn";
import { roleName } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import { type PolicyDocument, policyDocument, policyJson } from "../identity/policy-document";

/**
 * What a node may do as itself: join the cluster, pull images, be reached by Session Manager (there is no SSH). Not AmazonEKS_CNI_Policy: the CNI
 * has a role of its own, and a node that may reassign addresses can take those of another.
 */
export const NODE_POLICIES = [
  "AmazonEKSWorkerNodePolicy",
  "AmazonEC2ContainerRegistryReadOnly",
  "AmazonSSMManagedInstanceCore",
] as const;

/** A role of nodes with its policies attached. */
export interface NodeRole {
  readonly role: aws.iam.Role;
  /** Nodes that start before these exist can't join. */
  readonly attachments: readonly pulumi.Resource[];
}

/** Who may assume the role: EC2 instances. EC2's service principal, unlike most, is spelt with the partition's suffix. */
export function nodeTrust({ aws: { dnsSuffix } }: Platform): PolicyDocument {
  return policyDocument([
    {
      Sid: "AllowInstances",
      Effect: "Allow",
      Principal: { Service: `ec2.${dnsSuffix}` },
      Action: ["sts:AssumeRole"],
      Resource: [],
    },
  ]);
}

/** A role for the nodes of one manager. */
export function nodeRole(
  name: string,
  {
    platform,
    role: shortName,
    description,
  }: { readonly platform: Platform; readonly role: string; readonly description: string },
  opts: pulumi.CustomResourceOptions,
): NodeRole {
  const role = new aws.iam.Role(
    name,
    {
      name: roleName(platform, shortName),
      description,
      assumeRolePolicy: policyJson(nodeTrust(platform)),
    },
    opts,
  );
  const attachments = NODE_POLICIES.map(
    (policy) =>
      new aws.iam.RolePolicyAttachment(
        `${name}-${policy}`,
        { role: role.name, policyArn: partitionArn(platform.aws, "iam", `aws:policy/${policy}`) },
        opts,
      ),
  );
  return { role, attachments };
}
