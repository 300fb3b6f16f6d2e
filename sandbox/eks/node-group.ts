import * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { autoScalingTags } from "./auto-scaling-tags";
import { type ClusterCore, coreOf, serviceCidrOf } from "./cluster-reference";
import { given } from "./given";
import { createNodeSecurityGroup } from "./node-security-group";
import { encodeUserData, nodeadmUserData } from "./user-data";

/**
 * Root device of Amazon Linux 2023. The real provider reads it off the image with a getAmi call, which the sandbox
 * doesn't answer.
 */
export const AL2023_ROOT_DEVICE = "/dev/xvda";

/** Instance type when none is given. Source: pulumi-eks, nodejs/eks/nodes/instances.ts. */
const DEFAULT_INSTANCE_TYPE = "t3.medium";

/** The root volume as far as options speak of it; none when they don't, which leaves the image's own figures alone. */
function blockDeviceMappings(args: eks.NodeGroupV2Args) {
  const asString = (flag: pulumi.Input<boolean> | undefined) =>
    flag === undefined ? undefined : pulumi.output(flag).apply(String);
  const ebs = given({
    encrypted: asString(args.nodeRootVolumeEncrypted),
    volumeSize: args.nodeRootVolumeSize,
    volumeType: args.nodeRootVolumeType,
    iops: args.nodeRootVolumeIops,
    throughput: args.nodeRootVolumeThroughput,
    deleteOnTermination: asString(args.nodeRootVolumeDeleteOnTermination),
  });
  return Object.keys(ebs).length === 0 ? [] : [{ deviceName: AL2023_ROOT_DEVICE, ebs }];
}

function userDataOf(args: eks.NodeGroupV2Args, core: ClusterCore): pulumi.Output<string> {
  const cluster = {
    name: core.cluster.name,
    apiServerEndpoint: core.cluster.endpoint,
    certificateAuthority: core.cluster.certificateAuthority.data,
    serviceCidr: serviceCidrOf(core),
  };
  const options = {
    kubeletExtraArgs: args.kubeletExtraArgs,
    labels: args.labels,
    taints: args.taints,
    nodeadmExtraOptions: args.nodeadmExtraOptions,
    extraUserData: args.nodeUserData,
    userDataOverride: args.nodeUserDataOverride,
  };
  return pulumi.all([cluster, options]).apply(([c, o]) => encodeUserData(nodeadmUserData(c, o)));
}

/** The security group of the nodes: the given one, or a new one with its rules. */
function securityGroupOf(name: string, args: eks.NodeGroupV2Args, core: ClusterCore, parent: pulumi.ComponentResource) {
  if (args.nodeSecurityGroup ?? args.nodeSecurityGroupId) {
    const group = args.nodeSecurityGroup && pulumi.output(args.nodeSecurityGroup);
    const rule = args.clusterIngressRule && pulumi.output(args.clusterIngressRule).id;
    return {
      group,
      id: group?.id ?? pulumi.output(args.nodeSecurityGroupId ?? ""),
      clusterIngressRuleId: rule ?? pulumi.output(args.clusterIngressRuleId ?? ""),
    };
  }
  const { securityGroup, clusterIngressRule } = createNodeSecurityGroup(
    name,
    {
      vpcId: core.vpcId,
      clusterSecurityGroupId: core.apply(
        (c) => c.clusterSecurityGroup?.id ?? c.cluster.vpcConfig.clusterSecurityGroupId,
      ),
      clusterName: core.cluster.name,
      tags: core.apply((c) => ({ ...c.nodeSecurityGroupTags, ...c.tags })),
    },
    parent,
  );
  return { group: securityGroup, id: securityGroup.id, clusterIngressRuleId: clusterIngressRule.id };
}

/**
 * `eks:index:NodeGroupV2`: self-managed nodes, a launch template and an Auto Scaling group, with a security group
 * unless one is given.
 * Source: pulumi-eks, nodejs/eks/nodes/nodegroup.ts, createNodeGroupV2.
 */
export class SimulatedNodeGroupV2 extends pulumi.ComponentResource {
  readonly state: pulumi.Inputs;

  constructor(name: string, args: eks.NodeGroupV2Args, opts: pulumi.ComponentResourceOptions) {
    super("eks:index:NodeGroupV2", name, args, opts);
    const core = coreOf(args.cluster);
    const securityGroup = securityGroupOf(name, args, core, this);
    const extraGroupIds = pulumi
      .output(args.extraNodeSecurityGroups)
      .apply((groups) => pulumi.all((groups ?? []).map(({ id }) => id)));
    const launchTemplate = new aws.ec2.LaunchTemplate(
      `${name}-launchTemplate`,
      given({
        imageId: args.amiId,
        instanceType: args.instanceType ?? DEFAULT_INSTANCE_TYPE,
        iamInstanceProfile: { name: args.instanceProfile?.name ?? args.instanceProfileName ?? "" },
        keyName: args.keyName,
        instanceMarketOptions:
          args.spotPrice === undefined ? undefined : { marketType: "spot", spotOptions: { maxPrice: args.spotPrice } },
        blockDeviceMappings: blockDeviceMappings(args),
        networkInterfaces: [
          {
            associatePublicIpAddress: pulumi.output(args.nodeAssociatePublicIpAddress ?? true).apply(String),
            // The rule is here for its dependency alone: nodes that start before it can't reach the API server.
            securityGroups: pulumi
              .all([securityGroup.id, extraGroupIds, securityGroup.clusterIngressRuleId])
              .apply(([own, extra]) => [own, ...extra]),
          },
        ],
        userData: userDataOf(args, core),
        tagSpecifications: args.launchTemplateTagSpecifications,
        monitoring:
          args.enableDetailedMonitoring === undefined ? undefined : { enabled: args.enableDetailedMonitoring },
      }),
      { parent: this },
    );
    const autoScalingGroup = new aws.autoscaling.Group(
      name,
      given({
        minSize: args.minSize ?? 1,
        maxSize: args.maxSize ?? 2,
        desiredCapacity: args.desiredCapacity ?? 2,
        launchTemplate: { name: launchTemplate.name, version: launchTemplate.latestVersion.apply(String) },
        vpcZoneIdentifiers: args.nodeSubnetIds,
        instanceRefresh: {
          strategy: "Rolling",
          preferences: { minHealthyPercentage: args.minRefreshPercentage ?? 50 },
        },
        tags: pulumi
          .all([core.cluster.name, args.autoScalingGroupTags])
          .apply(([clusterName, tags]) => autoScalingTags(clusterName, tags)),
      }),
      {
        parent: this,
        // Nodes need the pod network to become ready.
        dependsOn: core.apply((c) => (c.vpcCni ? [c.vpcCni] : [])),
        ...(args.ignoreScalingChanges ? { ignoreChanges: ["desiredCapacity"] } : {}),
      },
    );
    this.state = {
      autoScalingGroup,
      extraNodeSecurityGroups: args.extraNodeSecurityGroups ?? [],
      nodeSecurityGroup: securityGroup.group,
      nodeSecurityGroupId: securityGroup.id,
    };
    this.registerOutputs(this.state);
  }
}
