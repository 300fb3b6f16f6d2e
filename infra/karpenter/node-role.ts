import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { PlatformWith } from "../../config/parts";
import { nodeRole } from "../nodes/node-role";

/** Short name of the role of Karpenter's nodes; its physical name begins with the cluster's. */
export const NODE_ROLE = "karpenter-node";

/** What the identity of Karpenter's nodes is made from. */
export interface KarpenterNodeRoleArgs {
  readonly platform: PlatformWith<"karpenter">;
  /** The control plane, which has to exist before an access entry does. */
  readonly controlPlane: pulumi.Resource;
}

/**
 * The identity of the nodes that Karpenter launches: role, instance profile, and the entry that lets them join the cluster. Karpenter makes none
 * of it. Apart from the role of the static node groups, so that Karpenter may pass on this one and no other.
 *
 * The role has the policies of every node. The release's fourth, AmazonEKS_CNI_Policy, is not among them: the vpc-cni add-on takes a role of its
 * own by its service account and is installed before any node, so nothing calls EC2 for addresses with the node's identity.
 *
 * Destroyed after the controller: a node without its entry can't report that it has been drained. Changing the profile's name replaces it and
 * drifts every node.
 *
 * Source: aws/karpenter-provider-aws v0.37.0, cloudformation.yaml (KarpenterNodeRole); EKS user guide, "Amazon EKS node IAM role".
 */
export class KarpenterNodeRole extends pulumi.ComponentResource {
  /** ARN of the role. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, { platform, controlPlane }: KarpenterNodeRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:karpenter:KarpenterNodeRole", name, {}, opts);
    const { role } = nodeRole(
      `${name}-role`,
      { platform, role: NODE_ROLE, description: `Nodes that Karpenter launches for ${platform.cluster.name}` },
      { parent: this },
    );
    new aws.iam.InstanceProfile(
      `${name}-profile`,
      { name: platform.karpenter.instanceProfile, role: role.name },
      { parent: this },
    );
    new aws.eks.AccessEntry(
      `${name}-access`,
      { clusterName: platform.cluster.name, principalArn: role.arn, type: "EC2_LINUX" },
      { parent: this, dependsOn: [controlPlane] },
    );

    this.arn = role.arn;
    this.registerOutputs({ arn: this.arn });
  }
}
