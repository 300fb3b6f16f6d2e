import * as pulumi from "@pulumi/pulumi";
import type { NodePool, Platform } from "../../config/platform";
import type { Cluster } from "../cluster/cluster";
import { addOnsAfterNodes } from "../cluster/managed-add-ons";
import type { Keys } from "../encryption/keys";
import type { Network } from "../network/network";
import { managedNodeGroup } from "./managed-node-group";
import { type NodeRole, nodeRole } from "./node-role";
import { selfManagedGroup } from "./self-managed-group";

/** What the node pools are made from. */
export interface NodePoolsArgs {
  readonly platform: Platform;
  readonly network: Network;
  readonly cluster: Cluster;
  readonly keys: Keys;
}

/**
 * The static node pools of the stack, and the two EKS add-ons that need nodes to run on. Karpenter's nodes come beside them.
 *
 * Managed and self-managed groups have a role each: EKS registers the role of managed groups with the cluster and takes the registration away
 * with the last of them, which would cut off self-managed nodes that shared it.
 *
 * Source: document 000, sections 1, 3 and 7; document 002, section 1; EKS user guide, "Create access entries", and "Delete a managed node group".
 */
export class NodePools extends pulumi.ComponentResource {
  /** Role of the nodes in managed groups. */
  readonly nodeRoleArn: pulumi.Output<string>;
  /** What must exist before pods can run: every node group, cluster DNS and the EBS driver. */
  readonly groups: pulumi.Resource[];

  constructor(
    name: string,
    { platform, network, cluster, keys }: NodePoolsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("vantage:nodes:NodePools", name, {}, opts);
    const parent = { parent: this };
    const parts = { platform, network, cluster, keys };
    const pools = Object.entries(platform.nodePools);

    const managed = nodeRole(
      `${name}-node`,
      { platform, role: "node", description: "Nodes of managed node groups" },
      parent,
    );
    this.nodeRoleArn = managed.role.arn;

    const build = (poolName: string, pool: NodePool): pulumi.Resource =>
      pool.manager === "eks"
        ? managedNodeGroup(name, poolName, pool, { ...parts, role: managed }, parent)
        : selfManagedGroup(
            name,
            poolName,
            pool,
            { ...parts, role: this.selfManagedRole(name, platform, poolName) },
            parent,
          );
    const groups = pools.map(([poolName, pool]) => build(poolName, pool));

    const addOns = addOnsAfterNodes(
      name,
      { platform, clusterName: platform.cluster.name, oidc: cluster.oidc, nodes: groups },
      parent,
    );
    this.groups = [...groups, ...addOns];

    this.registerOutputs({ nodeRoleArn: this.nodeRoleArn });
  }

  /** A role of its own for each self-managed pool: instances of one can't join as those of another. */
  private selfManagedRole(name: string, platform: Platform, poolName: string): NodeRole {
    return nodeRole(
      `${name}-${poolName}`,
      { platform, role: poolName, description: `Nodes of pool ${poolName}` },
      { parent: this },
    );
  }
}
