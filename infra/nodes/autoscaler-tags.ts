import type { NodePool } from "../../config/platform";
import { POOL_LABEL } from "../../config/reference/node-labels";

/** Where cluster-autoscaler looks for what it can't learn from a node. Source: cluster-autoscaler 1.28, cloudprovider/aws/README.md. */
const NODE_TEMPLATE = "k8s.io/cluster-autoscaler/node-template";

/** A tag of an Auto Scaling group. */
export interface GroupTag {
  readonly key: string;
  readonly value: string;
}

/**
 * What cluster-autoscaler has to be told of a pool, by the suffix of the tag's logical name:
 *
 * - `pool-label`, for a pool that may be empty: it asks EKS for labels and taints of a node to come, but this label is set by the kubelet, so
 *   neither knows it until a node is up;
 * - `scale-down`, for a pool whose nodes are kept longer than those of others.
 */
export function autoscalerTags(
  poolName: string,
  pool: Pick<NodePool, "nodes" | "scaleDownUnneeded">,
): Readonly<Record<string, GroupTag>> {
  return {
    ...(pool.nodes.min === 0 ? { "pool-label": { key: `${NODE_TEMPLATE}/label/${POOL_LABEL}`, value: poolName } } : {}),
    ...(pool.scaleDownUnneeded === undefined
      ? {}
      : {
          "scale-down": {
            key: `${NODE_TEMPLATE}/autoscaling-options/scaledownunneededtime`,
            value: `${pool.scaleDownUnneeded.seconds}s`,
          },
        }),
  };
}
