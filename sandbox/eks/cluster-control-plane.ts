import * as aws from "@pulumi/aws";
import type * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { autoModeEnabled, skipsSecurityGroups } from "./cluster-options";
import { given } from "./given";
import { ServiceRole } from "./service-role";

/** What the control plane of a cluster consists of. */
export interface ControlPlane {
  readonly cluster: aws.eks.Cluster;
  readonly role: pulumi.Output<aws.iam.Role>;
  readonly subnetIds: pulumi.Output<string[]>;
  /** The cluster's own security group; none when the program skips the default ones and gives none. */
  readonly securityGroup: pulumi.Output<aws.ec2.SecurityGroup> | undefined;
}

function createSecurityGroup(name: string, args: eks.ClusterArgs, parent: pulumi.Resource): aws.ec2.SecurityGroup {
  const securityGroup = new aws.ec2.SecurityGroup(
    `${name}-eksClusterSecurityGroup`,
    given({
      vpcId: args.vpcId,
      revokeRulesOnDelete: true,
      tags: tagged(`${name}-eksClusterSecurityGroup`, args.clusterSecurityGroupTags, args.tags),
    }),
    { parent },
  );
  new aws.ec2.SecurityGroupRule(
    `${name}-eksClusterInternetEgressRule`,
    {
      description: "Allow internet access.",
      type: "egress",
      fromPort: 0,
      toPort: 0,
      protocol: "-1",
      cidrBlocks: ["0.0.0.0/0"],
      securityGroupId: securityGroup.id,
    },
    { parent },
  );
  return securityGroup;
}

/** Tags of a resource: its name, under the tags for it alone, under the component's. */
function tagged(name: string, own: eks.ClusterArgs["tags"], shared: eks.ClusterArgs["tags"]) {
  return pulumi.all([own, shared]).apply(([ownTags, sharedTags]) => ({ Name: name, ...ownTags, ...sharedTags }));
}

/** Envelope encryption of the cluster with the given key; "secrets" is the only kind of object that EKS takes. */
export function encryptionConfig(args: eks.ClusterArgs) {
  return args.encryptionConfigKeyArn === undefined
    ? undefined
    : { provider: { keyArn: args.encryptionConfigKeyArn }, resources: ["secrets"] };
}

function kubernetesNetwork(args: eks.ClusterArgs) {
  const isAuto = autoModeEnabled(args);
  if (args.kubernetesServiceIpAddressRange === undefined && args.ipFamily === undefined && !isAuto) return undefined;
  return pulumi.all([args.kubernetesServiceIpAddressRange, args.ipFamily]).apply(([range, family = "ipv4"]) =>
    given({
      // An IPv6 cluster gets its service range from AWS.
      serviceIpv4Cidr: family === "ipv4" ? range : undefined,
      ipFamily: family,
      elasticLoadBalancing: isAuto ? { enabled: true } : undefined,
    }),
  );
}

/** The parts of Auto Mode that have no other place: compute with EKS's own pools, and volumes. */
function autoModeConfig(args: eks.ClusterArgs) {
  if (!autoModeEnabled(args)) return {};
  return {
    computeConfig: pulumi
      .output(args.autoMode?.computeConfig)
      .apply((config) => ({ enabled: true, nodePools: ["general-purpose", "system"], ...config })),
    storageConfig: { blockStorage: { enabled: true } },
  };
}

/**
 * Creates the control plane: role and security group unless given, then the EKS cluster.
 *
 * The real one also refuses to run without a recent `aws` command; the simulation needs none, so it doesn't look.
 * Source: pulumi-eks, nodejs/eks/cluster/cluster.ts, createCore.
 */
export function createControlPlane(name: string, args: eks.ClusterArgs, parent: pulumi.Resource): ControlPlane {
  const subnetIds = pulumi
    .all([args.subnetIds ?? [], args.publicSubnetIds ?? [], args.privateSubnetIds ?? []])
    .apply((lists) => lists.flat());
  const serviceRole = args.serviceRole
    ? undefined
    : new ServiceRole(
        `${name}-eksRole`,
        {
          service: "eks.amazonaws.com",
          description: "Allows EKS to manage clusters on your behalf.",
          managedPolicies: ["AmazonEKSClusterPolicy"],
          assumeRoleActions: ["sts:AssumeRole", "sts:TagSession"],
          tags: args.tags,
        },
        { parent },
      );
  const role = pulumi.output((args.serviceRole ?? serviceRole?.role) as pulumi.Input<aws.iam.Role>);
  const ownGroup =
    args.clusterSecurityGroup ?? (skipsSecurityGroups(args) ? undefined : createSecurityGroup(name, args, parent));
  const securityGroup = ownGroup && pulumi.output(ownGroup);
  const cluster = new aws.eks.Cluster(
    `${name}-eksCluster`,
    given({
      name: args.name,
      roleArn: role.arn,
      kubernetesNetworkConfig: kubernetesNetwork(args),
      ...autoModeConfig(args),
      bootstrapSelfManagedAddons: autoModeEnabled(args) ? false : (args.bootstrapSelfManagedAddons ?? true),
      vpcConfig: given({
        securityGroupIds: securityGroup && [securityGroup.id],
        subnetIds,
        endpointPrivateAccess: args.endpointPrivateAccess,
        endpointPublicAccess: args.endpointPublicAccess,
        publicAccessCidrs: args.publicAccessCidrs,
      }),
      version: args.version,
      enabledClusterLogTypes: args.enabledClusterLogTypes,
      tags: tagged(`${name}-eksCluster`, args.clusterTags, args.tags),
      encryptionConfig: encryptionConfig(args),
      // The component installs into the cluster, so whoever creates it must be able to administer it.
      accessConfig: given({
        authenticationMode: args.authenticationMode,
        bootstrapClusterCreatorAdminPermissions: true,
      }),
      upgradePolicy: args.upgradePolicy,
      deletionProtection: args.deletionProtection,
    }),
    {
      parent,
      // Both decide about the moment of creation only; a change would replace the cluster.
      ignoreChanges: ["accessConfig.bootstrapClusterCreatorAdminPermissions", "bootstrapSelfManagedAddons"],
      dependsOn: serviceRole ? [serviceRole.resolvedRole] : [],
    },
  );
  return { cluster, role, subnetIds, securityGroup };
}
