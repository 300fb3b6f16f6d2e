import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { partitionArn, regionalArn } from "../../config/derived/arn";
import { CLUSTER_ROLE, roleName } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import { type PolicyDocument, policyDocument, policyJson } from "../identity/policy-document";

/**
 * EKS may act as the role, and tag its sessions, for this cluster alone: another customer's cluster could otherwise be given it.
 *
 * Source: EKS user guide, "Amazon EKS cluster IAM role" and "Cross-service confused deputy prevention in Amazon EKS".
 */
export function clusterTrust({ aws: location, cluster }: Platform): PolicyDocument {
  return policyDocument([
    {
      Sid: "AllowControlPlane",
      Effect: "Allow",
      Principal: { Service: "eks.amazonaws.com" },
      Action: ["sts:AssumeRole", "sts:TagSession"],
      Resource: [],
      Condition: {
        StringEquals: { "aws:SourceAccount": location.account },
        ArnEquals: { "aws:SourceArn": regionalArn(location, "eks", `cluster/${cluster.name}`) },
      },
    },
  ]);
}

/** A role, and what has to be there before it is used. */
export interface ClusterRole {
  readonly role: aws.iam.Role;
  readonly ready: pulumi.Resource;
}

/**
 * The role as which EKS manages network interfaces and load balancers. The `@pulumi/eks` component would make one under a generated name; names that are unique in an account have
 * to say whose they are.
 */
export function clusterRole(name: string, platform: Platform, opts: pulumi.CustomResourceOptions): ClusterRole {
  const role = new aws.iam.Role(
    `${name}-role`,
    {
      name: roleName(platform, CLUSTER_ROLE),
      description: `Control plane of ${platform.cluster.name}`,
      assumeRolePolicy: policyJson(clusterTrust(platform)),
    },
    opts,
  );
  const ready = new aws.iam.RolePolicyAttachment(
    `${name}-role-policy`,
    { role: role.name, policyArn: partitionArn(platform.aws, "iam", "aws:policy/AmazonEKSClusterPolicy") },
    opts,
  );
  return { role, ready };
}
