import type { k8s } from "cdk8s-plus-29";
import type { Platform } from "../../../config/platform";
import { HOST_LABEL, POOL_LABEL, ZONE_LABEL } from "../../../config/reference/node-labels";
import { POD_NAME_LABEL } from "../../../config/reference/pod-labels";
import { clusterLabels, halfLabels, primaryPod, type RedisCluster, type ServerGroup } from "./redis-cluster";

/** Where the pods of a StatefulSet run, as fields of their spec. */
export function placement(
  platform: Platform,
  cluster: RedisCluster,
  group: ServerGroup,
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
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [...distances(cluster, group)] },
    },
    topologySpreadConstraints: [zoneSpread(platform, cluster, group)],
  };
}

/**
 * Whose node and whose zone a server doesn't share: a lost node is one lost server of a cluster, never two; and a zone with both servers of a shard holds the only
 * copies.
 *
 * The second works both ways: the scheduler keeps a primary out of its replica's zone as well. So a replica has to be placed after its primary, or the last primary may find that the one
 * zone without another is its replica's. Infra applies it so (`applyStep`), and from then on volumes keep every pod in its zone.
 */
export function distances(cluster: RedisCluster, group: ServerGroup): readonly k8s.PodAffinityTerm[] {
  const fromAll = { topologyKey: HOST_LABEL, labelSelector: { matchLabels: clusterLabels(cluster) } };
  if (group.half === "primary") return [fromAll];
  const primary = { ...clusterLabels(cluster), [POD_NAME_LABEL]: primaryPod(cluster, group.shard) };
  return [fromAll, { topologyKey: ZONE_LABEL, labelSelector: { matchLabels: primary } }];
}

/**
 * How one half spreads over zones. Of primaries it is demanded: a zone with two of three takes the majority with it, without which nobody is elected. Of replicas it
 * is a wish: of three zones each has two that its primary isn't in, whatever the others took, but the third may find none left that is both.
 *
 * No more than Karpenter 0.37 knows: it ignores `matchLabelKeys` and both policies, and would launch nodes in zones that the scheduler then refuses, for ever.
 *
 * Source: document 000, section 2; Kubernetes, "Pod Topology Spread Constraints" (minDomains: on by default in 1.27); Karpenter 0.37.0,
 * pkg/controllers/provisioning/scheduling/topology.go (newForTopologies); its issues 430 and 1569.
 */
export function zoneSpread(
  platform: Platform,
  cluster: RedisCluster,
  { half }: Pick<ServerGroup, "half">,
): k8s.TopologySpreadConstraint {
  const among = { maxSkew: 1, topologyKey: ZONE_LABEL, labelSelector: { matchLabels: halfLabels(cluster, half) } };
  if (half === "replica") return { ...among, whenUnsatisfiable: "ScheduleAnyway" };
  // A zone without a node of the pool counts as one: else all pods would crowd where the first node happens to be.
  const minDomains = Math.min(platform.network.zones.length, cluster.shards);
  return { ...among, whenUnsatisfiable: "DoNotSchedule", minDomains };
}
