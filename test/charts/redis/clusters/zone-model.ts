import type { k8s } from "cdk8s-plus-29";
import { selects } from "../../../../charts/checks/label-selector";
import { placement } from "../../../../charts/redis/clusters/placement";
import {
  type RedisCluster,
  type ServerGroup,
  setLabels,
  setName,
} from "../../../../charts/redis/clusters/redis-cluster";
import type { Platform } from "../../../../config/platform";

const ZONE = "topology.kubernetes.io/zone";

/** A pod as the scheduler sees it. */
export interface ModelPod {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: Pick<k8s.PodSpec, "affinity" | "topologySpreadConstraints">;
}

/** The pods of a StatefulSet, with the label that Kubernetes adds. */
export function podsOf(platform: Platform, cluster: RedisCluster, group: ServerGroup): readonly ModelPod[] {
  return Array.from({ length: group.half === "primary" ? cluster.shards : 1 }, (_, ordinal) => {
    const name = `${setName(cluster, group)}-${ordinal}`;
    const labels = { ...setLabels(cluster, group), "statefulset.kubernetes.io/pod-name": name };
    return { name, labels, spec: placement(platform, cluster, group) };
  });
}

/** Zones in which the scheduler may put a pod beside those that are placed: demanded spread and anti-affinity, the latter of both sides. Every zone has nodes. */
export function allowedZones(
  pod: ModelPod,
  placed: ReadonlyMap<ModelPod, string>,
  zones: readonly string[],
): readonly string[] {
  const keepsFrom = (one: ModelPod, other: ModelPod) =>
    (one.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).some(
      ({ topologyKey, labelSelector }) => topologyKey === ZONE && selects(labelSelector, other.labels),
    );
  const apart = (zone: string) =>
    [...placed].every(([other, where]) => where !== zone || !(keepsFrom(pod, other) || keepsFrom(other, pod)));
  const spread = (zone: string) =>
    (pod.spec.topologySpreadConstraints ?? [])
      .filter(({ whenUnsatisfiable }) => whenUnsatisfiable === "DoNotSchedule")
      .every(({ labelSelector, maxSkew }) => {
        const counts = zones.map(
          (each) => [...placed].filter(([other, at]) => at === each && selects(labelSelector, other.labels)).length,
        );
        return (counts[zones.indexOf(zone)] ?? 0) + 1 - Math.min(...counts) <= maxSkew;
      });
  return zones.filter((zone) => apart(zone) && spread(zone));
}
