import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { NodePool, Platform } from "../../config/platform";
import type { Cluster } from "../cluster/cluster";
import type { Keys } from "../encryption/keys";
import type { Network } from "../network/network";
import { autoscalerTags } from "./autoscaler-tags";
import { launchTemplate } from "./launch-template";
import { managedNodeConfig } from "./node-config";
import type { NodeRole } from "./node-role";
import { poolUserData } from "./user-data";

/** Image of managed nodes: EKS-optimised Amazon Linux 2023. Source: document 000, section 1 (OS image). */
export const AMI_TYPE = "AL2023_x86_64_STANDARD";

/** Share of a group that is replaced at a time during an update: at 20 %, 18 nodes roll in five waves and a pool of four loses one. */
export const MAX_UNAVAILABLE_PERCENTAGE = 20;

/** How the EKS API spells the effects of taints. */
const TAINT_EFFECTS = {
  NoSchedule: "NO_SCHEDULE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
} as const;

/** How the EKS API spells the ways of buying. */
const CAPACITY_TYPES = { "on-demand": "ON_DEMAND", spot: "SPOT" } as const;

/** Taints in the spelling of the EKS API. */
export function eksTaints(taints: NodePool["taints"]) {
  return taints.map(({ key, value, effect }) => ({ key, value, effect: TAINT_EFFECTS[effect] }));
}

/** What every node group of the cluster is made from. */
export interface NodeGroupParts {
  readonly platform: Platform;
  readonly network: Network;
  readonly cluster: Cluster;
  readonly keys: Keys;
  readonly role: NodeRole;
}

/**
 * A managed node group with its launch template.
 *
 * Registered as the AWS resource itself, not through `@pulumi/eks`: given a template and a role that component adds nothing, and here a preview
 * shows every argument.
 *
 * The name is fixed, so what EKS can't change in place (types, capacity, subnets, role) would empty the pool before its successor exists. Where the stack
 * protects data, the group is protected and such a change refused. Do it as the documented names suggest: add a pool of the next version (`-v6`), move the
 * workloads, take the protection off the old one (`pulumi state unprotect <urn>`) and remove it from the stack file.
 */
export function managedNodeGroup(
  name: string,
  poolName: string,
  pool: NodePool,
  { platform, network, cluster, keys, role }: NodeGroupParts,
  opts: pulumi.CustomResourceOptions,
): aws.eks.NodeGroup {
  const template = launchTemplate(
    `${name}-${poolName}`,
    {
      platform,
      poolName,
      pool,
      securityGroupId: cluster.nodeSecurityGroupId,
      dataKeyArn: keys.dataKeyArn,
      userData: poolUserData(managedNodeConfig(platform, poolName, pool), pool),
    },
    opts,
  );
  const group = new aws.eks.NodeGroup(
    `${name}-${poolName}`,
    {
      clusterName: platform.cluster.name,
      nodeGroupName: poolName,
      nodeRoleArn: role.role.arn,
      subnetIds: network.subnetIds(pool.subnets),
      version: platform.cluster.version,
      amiType: AMI_TYPE,
      instanceTypes: [...pool.instanceTypes],
      capacityType: CAPACITY_TYPES[pool.capacity],
      scalingConfig: { minSize: pool.nodes.min, desiredSize: pool.nodes.desired, maxSize: pool.nodes.max },
      launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
      labels: { ...pool.labels },
      taints: eksTaints(pool.taints),
      updateConfig: { maxUnavailablePercentage: MAX_UNAVAILABLE_PERCENTAGE },
      // A disruption budget that blocks a drain stops the update for a person to look at; forcing would break the budget.
      forceUpdateVersion: false,
    },
    {
      ...opts,
      // The autoscaler owns the size once the group exists.
      ignoreChanges: ["scalingConfig.desiredSize"],
      protect: platform.platform.protectData,
      dependsOn: [cluster.eks, ...cluster.addOnsBeforeNodes, ...network.ready, ...role.attachments],
    },
  );
  tagForAutoscaler(`${name}-${poolName}`, poolName, pool, group, opts);
  return group;
}

/**
 * Puts on the Auto Scaling group what cluster-autoscaler has to know of the pool. EKS makes that group and tags it for discovery; tags of the node
 * group don't reach it.
 */
function tagForAutoscaler(
  name: string,
  poolName: string,
  pool: NodePool,
  group: aws.eks.NodeGroup,
  opts: pulumi.CustomResourceOptions,
): void {
  const autoscalingGroupName = group.resources.apply((resources) => {
    const found = resources[0]?.autoscalingGroups[0]?.name;
    if (found === undefined) {
      throw new Error(`EKS reports no Auto Scaling group for node group ${poolName}; look at its health issues in EKS`);
    }
    return found;
  });
  for (const [suffix, tag] of Object.entries(autoscalerTags(poolName, pool))) {
    new aws.autoscaling.Tag(
      `${name}-${suffix}`,
      { autoscalingGroupName, tag: { ...tag, propagateAtLaunch: false } },
      opts,
    );
  }
}
