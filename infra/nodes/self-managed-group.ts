import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { roleArn } from "../../config/derived/role-names";
import type { NodePool, Platform } from "../../config/platform";
import { launchTags, launchTemplate } from "./launch-template";
import type { NodeGroupParts } from "./managed-node-group";
import { selfManagedNodeConfig } from "./node-config";
import { poolUserData } from "./user-data";

/**
 * The EKS-optimised AL2023 image of the cluster's version, as a reference that EC2 resolves at each launch: nothing looks it up while planning, and
 * a replaced node gets the current patches.
 *
 * Source: EKS user guide, "Retrieve recommended Amazon Linux AMI IDs"; EC2 user guide, "Use a Systems Manager parameter instead of an AMI ID".
 */
export function imageReference({ cluster: { version } }: Platform): string {
  return `resolve:ssm:/aws/service/eks/optimized-ami/${version}/amazon-linux-2023/x86_64/standard/recommended/image_id`;
}

/**
 * Processes of Auto Scaling that would end a healthy node on their own account: its disks hold a broker's log, and go with it. Replacement of a
 * failed node stays on.
 *
 * Source: Amazon EC2 Auto Scaling user guide, "Suspend and resume processes".
 */
export const SUSPENDED_PROCESSES = ["AZRebalance", "InstanceRefresh"] as const;

/**
 * The instance type of a self-managed pool, which can have only one.
 *
 * @throws {Error} when the stack file gives another number or spot capacity.
 */
export function soleInstanceType(poolName: string, { instanceTypes, capacity }: NodePool): string {
  const [only, ...others] = instanceTypes;
  if (only === undefined || others.length > 0 || capacity !== "on-demand") {
    throw new Error(
      `vantage:nodePools.${poolName}: a pool with manager "self" takes one on-demand instance type, ` +
        `given ${instanceTypes.join(", ")} (${capacity}); give one type, or use manager "eks"`,
    );
  }
  return only;
}

/**
 * A group of nodes whose disks hold data: an Auto Scaling group of fixed size that no autoscaler touches, spread evenly over the zones by Auto
 * Scaling itself.
 *
 * The `@pulumi/eks` NodeGroupV2 would do the opposite of what such nodes need, and can't be told otherwise: it looks its image up in EC2 at every
 * preview (and finds none for a `resolve:ssm:` reference), rolls all instances whenever the template changes, and has no options for the volume's
 * key, IMDS or scale-in protection. Source: pulumi-eks 4.3.0, nodejs/eks/nodes/nodegroup.ts, createNodeGroupV2.
 *
 * Here a new template reaches a node only when a person replaces it, one broker at a time.
 */
export function selfManagedGroup(
  name: string,
  poolName: string,
  pool: NodePool,
  { platform, network, cluster, keys, role }: NodeGroupParts,
  opts: pulumi.CustomResourceOptions,
): aws.autoscaling.Group {
  const logicalName = `${name}-${poolName}`;
  const profile = new aws.iam.InstanceProfile(
    logicalName,
    { name: `${platform.cluster.name}-${poolName}`, role: role.role.name },
    opts,
  );
  // EKS registers the role of managed groups by itself; nobody registers this one.
  const access = new aws.eks.AccessEntry(
    logicalName,
    { clusterName: platform.cluster.name, principalArn: roleArn(platform, poolName), type: "EC2_LINUX" },
    { ...opts, dependsOn: [cluster.eks, role.role] },
  );
  const userData = pulumi
    .all([cluster.endpoint, cluster.certificateAuthority])
    .apply(([apiServerEndpoint, certificateAuthority]) =>
      poolUserData(
        selfManagedNodeConfig(platform, poolName, pool, {
          name: platform.cluster.name,
          apiServerEndpoint,
          certificateAuthority,
          cidr: platform.cluster.serviceCidr.toString(),
        }),
        pool,
      ),
    );
  const template = launchTemplate(
    logicalName,
    {
      platform,
      poolName,
      pool,
      securityGroupId: cluster.nodeSecurityGroupId,
      dataKeyArn: keys.dataKeyArn,
      userData,
      selfManaged: {
        imageId: imageReference(platform),
        instanceType: soleInstanceType(poolName, pool),
        iamInstanceProfile: { arn: profile.arn },
      },
    },
    opts,
  );
  return new aws.autoscaling.Group(
    logicalName,
    {
      name: `${platform.cluster.name}-${poolName}`,
      minSize: pool.nodes.min,
      desiredCapacity: pool.nodes.desired,
      maxSize: pool.nodes.max,
      vpcZoneIdentifiers: network.subnetIds(pool.subnets),
      launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
      healthCheckType: "EC2",
      protectFromScaleIn: pool.localVolumes,
      suspendedProcesses: [...SUSPENDED_PROCESSES],
      // Without tags of the autoscaler: it must not discover the group.
      tags: Object.entries(launchTags(platform, poolName)).map(([key, value]) => ({
        key,
        value,
        propagateAtLaunch: false,
      })),
    },
    {
      ...opts,
      protect: pool.localVolumes && platform.platform.protectData,
      dependsOn: [access, ...cluster.addOnsBeforeNodes, ...network.ready, ...role.attachments],
    },
  );
}
