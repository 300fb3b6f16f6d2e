import type * as eks from "@pulumi/eks";
import { roleArn } from "../../config/derived/role-names";
import type { Platform } from "../../config/platform";
import { AUTO_NODE_ROLE } from "./auto-mode-roles";
import { type ControlPlaneParts, commonControlPlaneArgs } from "./control-plane";

/** Settings of Auto Mode, as a stack file has them. */
export type AutoMode = NonNullable<Platform["cluster"]["autoMode"]>;

/**
 * The options of the `@pulumi/eks` Cluster with Auto Mode: a control plane, and EKS's own nodes, volumes, load balancers and pod network.
 *
 * - The component turns on the three parts of Auto Mode together (compute, block storage, load balancing); EKS refuses one without the others.
 * - Nothing is installed beside it: no add-on for network, DNS or volumes, and no security group for nodes. They use the one that EKS makes for the cluster.
 * - The nodes' role is named by its ARN from configuration, so that the three parts are known in a preview.
 *
 * The pools, once made, are changed in place. The nodes' role can't be changed while they are on.
 *
 * Source: the GovCloud guide (004), Infrastructure Overview; pulumi-eks 4.3.0, nodejs/eks/cluster/cluster.ts, createCore; EKS API reference, CreateCluster.
 */
export function autoModeArgs(platform: Platform, autoMode: AutoMode, parts: ControlPlaneParts): eks.ClusterArgs {
  return {
    ...commonControlPlaneArgs(platform, parts),
    autoMode: {
      enabled: true,
      createNodeRole: false,
      computeConfig: { nodePools: [...autoMode.nodePools], nodeRoleArn: roleArn(platform, AUTO_NODE_ROLE) },
    },
  };
}

/**
 * The settings of Auto Mode.
 *
 * @throws {Error} for a platform without; whoever asks has chosen the wrong component.
 */
export function autoModeOf({ cluster: { autoMode } }: Platform): AutoMode {
  if (autoMode === undefined) {
    throw new Error(
      "vantage:cluster.autoMode: nothing is given; a cluster with node pools of its own is made by Cluster",
    );
  }
  return autoMode;
}
