import type { RedisCluster } from "../../redis/clusters/redis-cluster";
import type { PanelDesign, Unit } from "./design";

/** The servers of a cluster, as their series are labelled. */
export function serversOf({ name }: RedisCluster): string {
  return `app_kubernetes_io_name="${name}"`;
}

/** Only those of a vector's servers that are primaries now. */
export function onPrimaries(cluster: RedisCluster, vector: string): string {
  return `${vector} and on (namespace, pod) redis_instance_info{${serversOf(cluster)},role="master"}`;
}

/** A line for each server. */
export function byPod(title: string, unit: Unit, expr: string, description: string): PanelDesign {
  return { kind: "lines", title, description, unit, series: [{ expr, legend: "{{pod}}" }] };
}
