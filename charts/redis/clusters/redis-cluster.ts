import type { Platform } from "../../../config/platform";
import { REDIS_PORT } from "../../../config/reference/redis";

/** A cluster as configured. */
export type RedisClusterConfig = Platform["redis"]["clusters"][string];

/** A cluster with its names: what everything in this folder is made from. */
export interface RedisCluster extends RedisClusterConfig {
  readonly name: string;
  readonly namespace: string;
}

/** The two halves of a cluster. A name, not a role: after a failover the pod called replica is the primary. */
export type Half = "primary" | "replica";

/** The clusters of the platform, by name. */
export function redisClusters({ redis }: Platform): readonly RedisCluster[] {
  return Object.entries(redis.clusters).map(([name, config]) => ({ ...config, name, namespace: redis.namespace }));
}

/**
 * Name of a StatefulSet, and with `-<shard>` of its pods. The documents call the replica of shard 0 `<cluster>-0-replica`; a StatefulSet puts the
 * number last.
 *
 * Source: document 000, section 2; compatibility page, R10.
 */
export function setName({ name }: RedisCluster, half: Half): string {
  return half === "primary" ? name : `${name}-replica`;
}

/** Headless Service that gives each pod a name of its own. */
export function headlessName({ name }: RedisCluster): string {
  return `${name}-nodes`;
}

/** The label that all six pods of a cluster have and nothing else. Source: document 000, section 6 (labelSelector). */
export function clusterLabels({ name }: RedisCluster): { readonly "app.kubernetes.io/name": string } {
  return { "app.kubernetes.io/name": name };
}

/** Labels of the pods of one StatefulSet: two sets with one selector would take each other's pods for their own. */
export function setLabels(cluster: RedisCluster, half: Half) {
  return { ...clusterLabels(cluster), "app.kubernetes.io/instance": setName(cluster, half) };
}

/** Labels of the pods of a job that works on the cluster. */
export function jobLabels({ name }: RedisCluster, job: "bootstrap" | "backup") {
  return { "app.kubernetes.io/name": `${name}-${job}` };
}

/** Addresses of one half in the order of the shards, as `host:port`, resolvable before the pods are ready. */
export function addresses(cluster: RedisCluster, half: Half): readonly string[] {
  const domain = `${headlessName(cluster)}.${cluster.namespace}.svc`;
  return Array.from(
    { length: cluster.shards },
    (_, shard) => `${setName(cluster, half)}-${shard}.${domain}:${REDIS_PORT}`,
  );
}
