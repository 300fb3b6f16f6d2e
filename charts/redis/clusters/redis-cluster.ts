import type { PlatformWith, System } from "../../../config/parts";
import { REDIS_PORT, REPLICA_SUFFIX } from "../../../config/reference/redis";

/** A cluster as configured. */
export type RedisClusterConfig = System<"redis">["clusters"][string];

/** A cluster with its names: what everything in this folder is made from. */
export interface RedisCluster extends RedisClusterConfig {
  readonly name: string;
  readonly namespace: string;
}

/** The two halves of a cluster. A name, not a role: after a failover the pod called replica is the primary. */
export type Half = "primary" | "replica";

/** The clusters of the platform, by name. */
export function redisClusters({ redis }: PlatformWith<"redis">): readonly RedisCluster[] {
  return Object.entries(redis.clusters).map(([name, config]) => ({ ...config, name, namespace: redis.namespace }));
}

/** A StatefulSet of a cluster: the primaries of all shards, or the replica of one. */
export type ServerGroup = { readonly half: "primary" } | { readonly half: "replica"; readonly shard: number };

/** The StatefulSets of a cluster, in the order in which they are applied: where primaries are decides where replicas may be. */
export function serverGroups({ shards }: Pick<RedisCluster, "shards">): readonly ServerGroup[] {
  const replicas = Array.from({ length: shards }, (_, shard): ServerGroup => ({ half: "replica", shard }));
  return [{ half: "primary" }, ...replicas];
}

/** Name of a primary's pod. Source: document 000, section 2. */
export function primaryPod({ name }: Pick<RedisCluster, "name">, shard: number): string {
  return `${name}-${shard}`;
}

/**
 * Name of a StatefulSet, which Kubernetes makes its pods' names from by adding `-0`, `-1` and so on. A replica's is what the documents call the pod itself,
 * `<cluster>-<shard>-replica`: one set for each shard, because only so can a replica be told to stay away from its own primary.
 *
 * Source: document 000, section 2; compatibility page, R10.
 */
export function setName(cluster: Pick<RedisCluster, "name">, group: ServerGroup): string {
  return group.half === "primary" ? cluster.name : `${primaryPod(cluster, group.shard)}${REPLICA_SUFFIX}`;
}

/** Headless Service that gives each pod a name of its own. */
export function headlessName({ name }: RedisCluster): string {
  return `${name}-nodes`;
}

/** The label that all six pods of a cluster have and nothing else. Source: document 000, section 6 (labelSelector). */
export function clusterLabels({ name }: RedisCluster): { readonly "app.kubernetes.io/name": string } {
  return { "app.kubernetes.io/name": name };
}

/** Labels of the pods of one half, whichever StatefulSet they are of. */
export function halfLabels(cluster: RedisCluster, half: Half) {
  return { ...clusterLabels(cluster), "app.kubernetes.io/component": half };
}

/** Labels of the pods of one StatefulSet: two sets with one selector would take each other's pods for their own. */
export function setLabels(cluster: RedisCluster, group: ServerGroup) {
  return { ...halfLabels(cluster, group.half), "app.kubernetes.io/instance": setName(cluster, group) };
}

/** Labels of the pods of a job that works on the cluster. */
export function jobLabels({ name }: RedisCluster, job: "bootstrap" | "backup") {
  return { "app.kubernetes.io/name": `${name}-${job}` };
}

/** Addresses of one half in the order of the shards, as `host:port`, resolvable before the pods are ready. */
export function addresses(cluster: RedisCluster, half: Half): readonly string[] {
  return Array.from({ length: cluster.shards }, (_, shard) => {
    const primary = primaryPod(cluster, shard);
    return addressOf(cluster, half === "primary" ? primary : replicaPod(primary));
  });
}

/**
 * Address of the other server of a shard. Primaries share one template, so theirs is made by Kubernetes.
 *
 * @param podName - name of the pod itself, as the template writes it: `$(POD_NAME)`
 */
export function partnerAddress(cluster: RedisCluster, group: ServerGroup, podName: string): string {
  return addressOf(cluster, group.half === "primary" ? replicaPod(podName) : primaryPod(cluster, group.shard));
}

/** The only pod of a replica's StatefulSet. */
function replicaPod(primary: string): string {
  return `${primary}${REPLICA_SUFFIX}-0`;
}

function addressOf(cluster: RedisCluster, pod: string): string {
  return `${pod}.${headlessName(cluster)}.${cluster.namespace}.svc:${REDIS_PORT}`;
}
