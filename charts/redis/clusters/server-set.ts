import { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { DATA_CLASS } from "../../../config/reference/priority-classes";
import { DEFAULT_STORAGE_CLASS } from "../../../config/reference/storage-classes";
import { shortHash } from "../../short-hash";
import { exporterContainer, SCRAPE_ANNOTATIONS } from "./exporter-container";
import { placement } from "./placement";
import { clusterLabels, headlessName, type RedisCluster, type ServerGroup, setLabels, setName } from "./redis-cluster";
import { redisConf } from "./redis-conf";
import { restrictedPod } from "./restricted";
import { gracePeriodSeconds, serverContainer } from "./server-container";
import { WITHOUT_SIDECAR } from "./sidecar";

/**
 * A StatefulSet of a cluster: the primaries of all shards, or the replica of one.
 *
 * - `OnDelete`: a pod takes a new image or configuration when it is deleted. The documented upgrade deletes them one by one, replicas first, then each primary after its failover; sets
 *   that roll by themselves would restart both servers of a shard at once.
 * - `Parallel`: the servers of a cluster need each other to become ready, so none may wait for the one before it.
 *
 * Source: document 000, sections 2 (Upgrade sequence) and 6 (DELETE of pods); compatibility page, R10.
 */
export function serverSet(
  platform: PlatformWith<"redis">,
  cluster: RedisCluster,
  group: ServerGroup,
): k8s.KubeStatefulSetProps {
  const labels = setLabels(cluster, group);
  return {
    metadata: { name: setName(cluster, group), namespace: cluster.namespace, labels },
    spec: {
      serviceName: headlessName(cluster),
      replicas: group.half === "primary" ? cluster.shards : 1,
      podManagementPolicy: "Parallel",
      updateStrategy: { type: "OnDelete" },
      selector: { matchLabels: labels },
      template: {
        metadata: {
          labels: { ...labels, ...WITHOUT_SIDECAR },
          // Tells which pods still run with another redis.conf; by itself it restarts none.
          annotations: { ...SCRAPE_ANNOTATIONS, "checksum/redis-conf": shortHash(redisConf(cluster)) },
        },
        spec: {
          serviceAccountName: cluster.name,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          priorityClassName: DATA_CLASS,
          securityContext: restrictedPod(),
          terminationGracePeriodSeconds: gracePeriodSeconds(cluster),
          ...placement(platform, cluster, group),
          containers: [serverContainer(cluster, group), exporterContainer(platform.redis.exporterImage)],
          volumes: [{ name: "config", configMap: { name: cluster.name } }],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: "data", labels: clusterLabels(cluster) },
          spec: {
            accessModes: ["ReadWriteOnce"],
            storageClassName: DEFAULT_STORAGE_CLASS,
            resources: { requests: { storage: k8s.Quantity.fromString(`${cluster.volume}`) } },
          },
        },
      ],
    },
  };
}
