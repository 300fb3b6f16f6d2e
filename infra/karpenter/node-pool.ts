import type { KarpenterNodePool, Platform } from "../../config/platform";
import { POOL_LABEL } from "../../config/reference/node-labels";
import { type PoolActivity, poolActivity } from "./phase";

/** API version of NodePool in Karpenter 0.37. */
export const NODE_POOL_API_VERSION = "karpenter.sh/v1beta1";

/** One requirement on the nodes of a pool. */
interface Requirement {
  readonly key: string;
  readonly operator: "In";
  readonly values: readonly string[];
}

/** The part of the kubelet's configuration that v1beta1 knows and this stack sets. */
export interface PoolKubelet {
  readonly maxPods?: number;
  readonly systemReserved?: Readonly<Record<string, string>>;
  readonly kubeReserved?: Readonly<Record<string, string>>;
  readonly evictionHard: Readonly<Record<string, string>>;
  readonly imageGCHighThresholdPercent: number;
  readonly imageGCLowThresholdPercent: number;
}

/** A NodePool as the API takes it. */
export interface NodePoolObject {
  readonly apiVersion: typeof NODE_POOL_API_VERSION;
  readonly kind: "NodePool";
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: {
        readonly nodeClassRef: { readonly name: string };
        readonly requirements: readonly Requirement[];
        readonly taints?: KarpenterNodePool["taints"];
        readonly kubelet: PoolKubelet;
      };
    };
    readonly limits: PoolActivity["limits"];
    readonly disruption: {
      readonly consolidationPolicy: "WhenUnderutilized";
      readonly expireAfter: string;
      readonly budgets: readonly { readonly nodes: string }[];
    };
    readonly weight: number;
  };
}

/**
 * A NodePool in the form that Karpenter 0.37's API admits, in the step of the migration that the platform is in.
 *
 * Differs from the documented manifest where the API refuses it or workloads would be lost: no `consolidateAfter` beside WhenUnderutilized (the
 * controller waits a fixed 15 s), no label `karpenter.sh/managed-by` (a restricted domain), the label of the node group it replaces, a
 * disruption budget in place of `minAvailable`. Evictions and image collection are the same as on every other node.
 *
 * Changing requirements, labels, taints or the kubelet drifts the pool's nodes: Karpenter replaces them one by one, within the budget. Limits,
 * weight and disruption change in place.
 *
 * Source: document 001, section 6; document 000, section 3 (kubelet); `docs/decisions.md`, Karpenter.
 */
export function nodePoolObject(platform: Platform, name: string, pool: KarpenterNodePool): NodePoolObject {
  const { weight, limits } = poolActivity(pool, platform.karpenter.phase);
  return {
    apiVersion: NODE_POOL_API_VERSION,
    kind: "NodePool",
    metadata: { name },
    spec: {
      template: {
        metadata: { labels: { ...pool.labels, [POOL_LABEL]: pool.replaces } },
        spec: {
          nodeClassRef: { name: platform.karpenter.nodeClass.name },
          requirements: [
            oneOf("karpenter.sh/capacity-type", pool.capacityTypes),
            oneOf("node.kubernetes.io/instance-type", pool.instanceTypes),
            oneOf("topology.kubernetes.io/zone", platform.network.zones),
            oneOf("kubernetes.io/arch", ["amd64"]),
          ],
          ...(pool.taints.length > 0 ? { taints: pool.taints } : {}),
          kubelet: poolKubelet(platform.kubelet, pool),
        },
      },
      limits,
      disruption: {
        consolidationPolicy: "WhenUnderutilized",
        expireAfter: `${pool.expireAfter.hours}h`,
        budgets: [{ nodes: pool.disruptionBudget }],
      },
      weight,
    },
  };
}

function oneOf(key: string, values: readonly string[]): Requirement {
  return { key, operator: "In", values };
}

/** Kubelet settings of a pool: reservations and pods per node where the documents set them, eviction and image collection everywhere. */
function poolKubelet(kubelet: Platform["kubelet"], pool: KarpenterNodePool): PoolKubelet {
  const { systemReserved, kubeReserved, evictionHard, imageGc } = kubelet;
  return {
    ...(pool.maxPods === undefined ? {} : { maxPods: pool.maxPods }),
    ...(pool.reservations ? { systemReserved: asText(systemReserved), kubeReserved: asText(kubeReserved) } : {}),
    evictionHard,
    imageGCHighThresholdPercent: imageGc.highThresholdPercent,
    imageGCLowThresholdPercent: imageGc.lowThresholdPercent,
  };
}

function asText(reservation: Platform["kubelet"]["systemReserved"]): Readonly<Record<string, string>> {
  return { cpu: reservation.cpu.toString(), memory: reservation.memory.toString() };
}
