import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { partitionArn } from "../../config/derived/arn";
import { CLUSTER_ROLE, roleName } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import { policyJson } from "../identity/policy-document";
import { nodeTrust } from "../nodes/node-role";
import { clusterTrust } from "./cluster-role";

/**
 * What the control plane does as its role once EKS makes nodes, volumes, load balancers and interfaces, too; AWS keeps the policies.
 *
 * Source: EKS user guide, "Amazon EKS Auto Mode cluster IAM role".
 */
export const AUTO_MODE_CLUSTER_POLICIES = [
  "AmazonEKSClusterPolicy",
  "AmazonEKSComputePolicy",
  "AmazonEKSBlockStoragePolicy",
  "AmazonEKSLoadBalancingPolicy",
  "AmazonEKSNetworkingPolicy",
] as const;

/**
 * What a node of Auto Mode does as itself: join, and pull images. Nobody signs in to it: EKS admits neither SSH nor Session Manager, so the policy for the latter is left out.
 *
 * Source: EKS user guide, "Amazon EKS Auto Mode node IAM role" and "Learn about Amazon EKS Auto Mode managed instances".
 */
export const AUTO_MODE_NODE_POLICIES = [
  "AmazonEKSWorkerNodeMinimalPolicy",
  "AmazonEC2ContainerRegistryPullOnly",
] as const;

/** What the role of Auto Mode's nodes is called after the cluster's name. */
export const AUTO_NODE_ROLE = "auto-node";

/** The two roles of a cluster with Auto Mode, and what has to be attached before they are used. */
export interface AutoModeRoles {
  readonly cluster: aws.iam.Role;
  readonly node: aws.iam.Role;
  readonly ready: pulumi.Resource[];
}

/** Makes both roles under names of their own, as {@link clusterTrust} and {@link nodeTrust} admit them. */
export function autoModeRoles(name: string, platform: Platform, opts: pulumi.CustomResourceOptions): AutoModeRoles {
  const { name: clusterName } = platform.cluster;
  const cluster = new aws.iam.Role(
    `${name}-role`,
    {
      name: roleName(platform, CLUSTER_ROLE),
      description: `Control plane and Auto Mode of ${clusterName}`,
      assumeRolePolicy: policyJson(clusterTrust(platform)),
    },
    opts,
  );
  const node = new aws.iam.Role(
    `${name}-node-role`,
    {
      name: roleName(platform, AUTO_NODE_ROLE),
      description: `Nodes that EKS Auto Mode makes for ${clusterName}`,
      assumeRolePolicy: policyJson(nodeTrust(platform)),
    },
    opts,
  );
  const attach = (role: aws.iam.Role, policies: readonly string[]) =>
    policies.map(
      (policy) =>
        new aws.iam.RolePolicyAttachment(
          `${name}-${policy}`,
          { role: role.name, policyArn: partitionArn(platform.aws, "iam", `aws:policy/${policy}`) },
          opts,
        ),
    );
  return {
    cluster,
    node,
    ready: [...attach(cluster, AUTO_MODE_CLUSTER_POLICIES), ...attach(node, AUTO_MODE_NODE_POLICIES)],
  };
}
