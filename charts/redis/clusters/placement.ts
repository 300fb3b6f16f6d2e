import type { k8s } from "cdk8s-plus-29";
import type { Platform } from "../../../config/platform";
import { POOL_LABEL } from "../../../config/reference/node-labels";
import { clusterLabels, type Half, type RedisCluster, setLabels } from "./redis-cluster";

/** Label that Kubernetes gives each pod of a StatefulSet: its number, and so its shard. Source: Kubernetes 1.28, feature PodIndexLabel. */
export const POD_INDEX_LABEL = "apps.kubernetes.io/pod-index";

const ZONE = "topology.kubernetes.io/zone";

/** Where the pods of one half of a cluster run, as fields of their spec. */
export function placement(
  platform: Platform,
  cluster: RedisCluster,
  half: Half,
): Pick<k8s.PodSpec, "nodeSelector" | "tolerations" | "affinity" | "topologySpreadConstraints"> {
  return {
    nodeSelector: { [POOL_LABEL]: cluster.nodePool },
    tolerations: (platform.nodePools[cluster.nodePool]?.taints ?? []).map(({ key, value, effect }) => ({
      key,
      operator: "Equal",
      value,
      effect,
    })),
    affinity: {
      podAntiAffinity: {
        // A lost node is one lost server of a cluster, never two.
        requiredDuringSchedulingIgnoredDuringExecution: [
          { topologyKey: "kubernetes.io/hostname", labelSelector: { matchLabels: clusterLabels(cluster) } },
        ],
      },
    },
    topologySpreadConstraints: [...zoneSpread(platform, cluster, half)],
  };
}

/**
 * Zones of the documented topology: the primaries in different ones, each replica in another than its primary.
 *
 * Both are demanded where they can't get in each other's way: of the primaries that they spread, because a zone with two of three primaries takes the
 * majority with it, without which nobody is elected; of the replicas that they keep away from their primary, because a zone with both holds the only copies. The other half of
 * each is a preference: the scheduler places one pod at a time, and the third replica would at times find the one zone left to be its primary's. Volumes
 * keep a pod in its zone afterwards.
 *
 * Source: document 000, section 2; Kubernetes, "Pod Topology Spread Constraints" (matchLabelKeys, minDomains: on by default in 1.27).
 */
export function zoneSpread(
  platform: Platform,
  cluster: RedisCluster,
  half: Half,
): readonly k8s.TopologySpreadConstraint[] {
  const zones = platform.network.zones.length;
  const amongHalf = { maxSkew: 1, topologyKey: ZONE, labelSelector: { matchLabels: setLabels(cluster, half) } };
  const withinShard = {
    maxSkew: 1,
    topologyKey: ZONE,
    labelSelector: { matchLabels: clusterLabels(cluster) },
    matchLabelKeys: [POD_INDEX_LABEL],
  };
  // A zone without a node of the pool counts as one: else all pods would crowd where the first node happens to be.
  const demanded = (minDomains: number) => ({ whenUnsatisfiable: "DoNotSchedule", minDomains });
  const preferred = { whenUnsatisfiable: "ScheduleAnyway" };
  return half === "primary"
    ? [
        { ...amongHalf, ...demanded(Math.min(zones, cluster.shards)) },
        { ...withinShard, ...preferred },
      ]
    : [
        { ...amongHalf, ...preferred },
        { ...withinShard, ...demanded(2) },
      ];
}
