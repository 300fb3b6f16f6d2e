import { poolActivity } from "../../config/derived/karpenter-phase";
import type { PlatformWith } from "../../config/parts";
import type { KarpenterNodePool, Platform } from "../../config/platform";
import { ZONE_LABEL } from "../../config/reference/node-labels";
import type { KubeObject } from "../kube-object";

/** API version of NodePool in Karpenter 0.37. */
export const NODE_POOL_API_VERSION = "karpenter.sh/v1beta1";

/** Label by which the documents mark nodes of Karpenter; its API admits it nowhere. Source: document 001, section 6. */
export const MANAGED_BY_LABEL = { "karpenter.sh/managed-by": "karpenter" } as const;

/**
 * A NodePool as the documents print it, in the step of the migration that the platform is in.
 *
 * Changing requirements, labels, taints or the kubelet drifts the pool's nodes: Karpenter replaces them one by one, within the budget. Limits,
 * weight and disruption change in place.
 *
 * Source: document 001, section 6.
 */
export function documentedNodePool(
  platform: PlatformWith<"karpenter">,
  name: string,
  pool: KarpenterNodePool,
): KubeObject {
  const { weight, limits } = poolActivity(pool, platform.karpenter.phase);
  return {
    apiVersion: NODE_POOL_API_VERSION,
    kind: "NodePool",
    metadata: { name },
    spec: {
      template: {
        metadata: { labels: { ...(pool.managedByLabel ? MANAGED_BY_LABEL : {}), ...pool.labels } },
        spec: {
          nodeClassRef: { name: platform.karpenter.nodeClass.name },
          requirements: [
            oneOf("karpenter.sh/capacity-type", pool.capacityTypes),
            oneOf("node.kubernetes.io/instance-type", pool.instanceTypes),
            oneOf(ZONE_LABEL, platform.network.zones),
            ...(pool.architectures === undefined ? [] : [oneOf("kubernetes.io/arch", pool.architectures)]),
          ],
          ...(pool.taints.length > 0 ? { taints: pool.taints } : {}),
          ...(pool.reservations ? { kubelet: documentedKubelet(platform.kubelet, pool) } : {}),
        },
      },
      limits,
      disruption: {
        consolidationPolicy: "WhenUnderutilized",
        consolidateAfter: pool.consolidateAfter.toString(),
        expireAfter: pool.expireAfter.toString(),
      },
      weight,
    },
  };
}

/** The kubelet settings that the documents print, on a pool with reservations. */
function documentedKubelet({ systemReserved, kubeReserved }: Platform["kubelet"], pool: KarpenterNodePool) {
  return {
    ...(pool.maxPods === undefined ? {} : { maxPods: pool.maxPods }),
    systemReserved: { cpu: systemReserved.cpu.toString(), memory: systemReserved.memory.toString() },
    kubeReserved: { cpu: kubeReserved.cpu.toString(), memory: kubeReserved.memory.toString() },
  };
}

function oneOf(key: string, values: readonly string[]) {
  return { key, operator: "In", values };
}
