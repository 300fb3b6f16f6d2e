import * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";

/** Tags as a component takes them. */
export type InputTags = pulumi.Input<Record<string, pulumi.Input<string>>>;

/** What the security group of a cluster's nodes depends on. */
export interface NodeSecurityGroupArgs {
  readonly vpcId: pulumi.Input<string>;
  readonly clusterSecurityGroupId: pulumi.Output<string>;
  readonly clusterName: pulumi.Output<string>;
  readonly tags?: InputTags | undefined;
}

/** The security group of nodes, and the rule that lets them reach the API server. */
export interface NodeSecurityGroup {
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly clusterIngressRule: aws.ec2.SecurityGroupRule;
}

/**
 * Creates the security group of nodes with the rules that a cluster needs: node to node, control plane to kubelets and
 * to extension API servers, nodes to the internet, and nodes to the API server.
 * Source: pulumi-eks, nodejs/eks/nodes/securitygroup.ts, createNodeGroupSecurityGroup.
 */
export function createNodeSecurityGroup(
  name: string,
  args: NodeSecurityGroupArgs,
  parent: pulumi.ComponentResource,
): NodeSecurityGroup {
  const securityGroup = new aws.ec2.SecurityGroup(
    `${name}-nodeSecurityGroup`,
    {
      vpcId: args.vpcId,
      revokeRulesOnDelete: true,
      tags: pulumi.all([args.tags, args.clusterName]).apply(([tags, clusterName]) => ({
        Name: `${name}-nodeSecurityGroup`,
        [`kubernetes.io/cluster/${clusterName}`]: "owned",
        ...tags,
      })),
    },
    { parent },
  );
  const rule = (
    suffix: string,
    rest: Omit<aws.ec2.SecurityGroupRuleArgs, "securityGroupId">,
    target = securityGroup.id,
  ) => new aws.ec2.SecurityGroupRule(`${name}-${suffix}`, { ...rest, securityGroupId: target }, { parent });
  // The descriptions are the real provider's: in AWS another one would replace the rule.
  const every = { fromPort: 0, toPort: 0, protocol: "-1" };
  const https = { fromPort: 443, toPort: 443, protocol: "tcp" };
  const fromControlPlane = { type: "ingress", sourceSecurityGroupId: args.clusterSecurityGroupId };

  rule("eksNodeIngressRule", {
    ...every,
    type: "ingress",
    self: true,
    description: "Allow nodes to communicate with each other",
  });
  rule("eksNodeClusterIngressRule", {
    ...fromControlPlane,
    ...{ fromPort: 1025, toPort: 65535, protocol: "tcp" },
    description: "Allow worker Kubelets and pods to receive communication from the cluster control plane",
  });
  rule("eksExtApiServerClusterIngressRule", {
    ...fromControlPlane,
    ...https,
    description:
      "Allow pods running extension API servers on port 443 to receive communication from cluster control plane",
  });
  rule("eksNodeInternetEgressRule", {
    ...every,
    type: "egress",
    cidrBlocks: ["0.0.0.0/0"],
    description: "Allow internet access.",
  });
  const clusterIngressRule = rule(
    "eksClusterIngressRule",
    {
      ...https,
      type: "ingress",
      sourceSecurityGroupId: securityGroup.id,
      description: "Allow pods to communicate with the cluster API Server",
    },
    args.clusterSecurityGroupId,
  );
  return { securityGroup, clusterIngressRule };
}

/** `eks:index:NodeGroupSecurityGroup`: the security group of nodes on its own, for several node groups to share. */
export class SimulatedNodeGroupSecurityGroup extends pulumi.ComponentResource {
  readonly state: pulumi.Inputs;

  constructor(name: string, args: eks.NodeGroupSecurityGroupArgs, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:NodeGroupSecurityGroup", name, args, opts);
    const { securityGroup, clusterIngressRule } = createNodeSecurityGroup(
      name,
      {
        vpcId: args.vpcId,
        clusterSecurityGroupId: pulumi.output(args.clusterSecurityGroup).id,
        clusterName: pulumi.output(args.eksCluster).name,
        tags: args.tags,
      },
      this,
    );
    this.state = { securityGroup, securityGroupRule: clusterIngressRule };
    this.registerOutputs(this.state);
  }
}
