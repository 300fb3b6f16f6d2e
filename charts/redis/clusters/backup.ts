import { k8s } from "cdk8s-plus-29";
import { redisDiskSeconds } from "../../../config/derived/redis-sizes";
import { roleArn } from "../../../config/derived/role-names";
import type { PlatformWith } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { DEFAULT_STORAGE_CLASS } from "../../../config/reference/storage-classes";
import { awayFromDataNodes } from "../../away-from-data-nodes";
import { restrictedContainer } from "../../restricted-container";
import { snapshotScript, uploadScript } from "./backup-scripts";
import { BACKUP_PATH } from "./paths";
import { addresses, clusterLabels, jobLabels, type RedisCluster } from "./redis-cluster";
import { restrictedPod } from "./restricted";
import { WITHOUT_SIDECAR } from "./sidecar";

/**
 * The identity that uploads, as configured.
 *
 * @throws {Error} when there is none of that name; a check of the stack file has said so before
 */
export function backupIdentity({ redis, storage }: PlatformWith<"redis">): Platform["storage"]["identities"][string] {
  const identity = storage.identities[redis.backupIdentity];
  if (identity === undefined) throw new Error(`vantage:redis.backupIdentity: no identity ${redis.backupIdentity}`);
  return identity;
}

/** Where snapshots go: the first prefix of the identity. Source: document 000, section 2 (Upload Destination). */
export function backupDestination(platform: PlatformWith<"redis">): string {
  const { bucket, prefixes } = backupIdentity(platform);
  return `s3://${bucket}/${prefixes[0] ?? ""}`;
}

/** The service account that may assume the identity's role, and nothing of Kubernetes. */
export function backupAccount(platform: PlatformWith<"redis">): k8s.KubeServiceAccountProps {
  const { serviceAccount, namespace } = backupIdentity(platform);
  const annotations = { "eks.amazonaws.com/role-arn": roleArn(platform, platform.redis.backupIdentity) };
  return { metadata: { name: serviceAccount, namespace, annotations }, automountServiceAccountToken: false };
}

/** Space for the snapshots of all shards at once, a tenth more than the memory they are made of. */
export function backupVolumeGib({ shards, maxmemory }: Pick<RedisCluster, "shards" | "maxmemory">): number {
  return Math.ceil((shards * maxmemory.value * 1.1) / 2 ** 30);
}

/** How often a failed run is tried again. */
const RETRIES = 1;

/** How often a snapshot passes a volume: it is written, and read for its sum, for the comparison with it, and for the upload. */
const PASSES = 4;

/** Seconds for a node, a volume and two images, in each run. */
const START_SECONDS = 600;

/** Seconds that the backup of one shard may take when its memory is full. Source: config/derived/redis-sizes.ts (125 MiB/s). */
export function shardSeconds({ maxmemory }: Pick<RedisCluster, "maxmemory">): number {
  return PASSES * redisDiskSeconds(maxmemory);
}

/** Seconds after which a backup is given up, all runs together: one that hangs would keep every later one from starting. */
export function backupSeconds(cluster: Pick<RedisCluster, "shards" | "maxmemory">): number {
  return (RETRIES + 1) * (cluster.shards * shardSeconds(cluster) + START_SECONDS);
}

/**
 * Takes a snapshot of every shard and uploads it. Two containers, because neither image has the other's tool: the first takes them into a volume that lives as long as the
 * pod, the second uploads them.
 *
 * Source: document 000, section 2 (Pre-upgrade backup); compatibility page, section 4.
 */
export function backupCronJob(platform: PlatformWith<"redis">, cluster: RedisCluster): k8s.KubeCronJobProps {
  const { serviceAccount } = backupIdentity(platform);
  return {
    metadata: { name: `${cluster.name}-backup`, namespace: cluster.namespace, labels: clusterLabels(cluster) },
    spec: {
      schedule: cluster.backup.schedule,
      timeZone: "Etc/UTC",
      suspend: cluster.backup.suspended,
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 3_600,
      jobTemplate: {
        spec: {
          backoffLimit: RETRIES,
          activeDeadlineSeconds: backupSeconds(cluster),
          // The volume goes with the pod, and the pod with the job.
          ttlSecondsAfterFinished: 3_600,
          template: {
            metadata: { labels: { ...jobLabels(cluster, "backup"), ...WITHOUT_SIDECAR } },
            spec: {
              restartPolicy: "Never",
              serviceAccountName: serviceAccount,
              automountServiceAccountToken: false,
              enableServiceLinks: false,
              ...awayFromDataNodes(platform),
              securityContext: restrictedPod(),
              initContainers: [snapshotContainer(cluster)],
              containers: [uploadContainer(platform)],
              volumes: [
                snapshotVolume(cluster),
                { name: "tmp", emptyDir: { sizeLimit: k8s.Quantity.fromString("64Mi") } },
              ],
            },
          },
        },
      },
    },
  };
}

function snapshotContainer(cluster: RedisCluster): k8s.Container {
  return {
    name: "snapshot",
    image: cluster.image,
    command: ["/bin/sh", "-euc", snapshotScript()],
    env: [
      { name: "CLUSTER", value: cluster.name },
      { name: "PRIMARIES", value: addresses(cluster, "primary").join(" ") },
      { name: "REPLICAS", value: addresses(cluster, "replica").join(" ") },
      { name: "SHARD_SECONDS", value: `${shardSeconds(cluster)}` },
    ],
    resources: resources("128Mi", "512Mi"),
    securityContext: restrictedContainer(),
    volumeMounts: [{ name: "snapshots", mountPath: BACKUP_PATH }],
  };
}

function uploadContainer(platform: PlatformWith<"redis">): k8s.Container {
  const encrypted = platform.storage.buckets[backupIdentity(platform).bucket]?.encryption;
  return {
    name: "upload",
    image: platform.redis.uploaderImage,
    command: ["/bin/sh", "-euc", uploadScript()],
    env: [
      { name: "DESTINATION", value: backupDestination(platform) },
      // A bucket with the stack's key encrypts with it unless it is told otherwise.
      { name: "ENCRYPTION", value: encrypted === "s3" ? "--sse AES256" : "" },
      { name: "AWS_REGION", value: platform.aws.region },
      { name: "HOME", value: "/tmp" },
    ],
    resources: resources("256Mi", "1Gi"),
    securityContext: restrictedContainer(),
    volumeMounts: [
      { name: "snapshots", mountPath: BACKUP_PATH, readOnly: true },
      { name: "tmp", mountPath: "/tmp" },
    ],
  };
}

/** A volume of its own: 108 GiB are more than a node's disk has for all its pods. */
function snapshotVolume(cluster: RedisCluster): k8s.Volume {
  const storage = k8s.Quantity.fromString(`${backupVolumeGib(cluster)}Gi`);
  return {
    name: "snapshots",
    ephemeral: {
      volumeClaimTemplate: {
        spec: {
          accessModes: ["ReadWriteOnce"],
          storageClassName: DEFAULT_STORAGE_CLASS,
          resources: { requests: { storage } },
        },
      },
    },
  };
}

function resources(request: string, limit: string): k8s.ResourceRequirements {
  return {
    requests: { cpu: k8s.Quantity.fromString("250m"), memory: k8s.Quantity.fromString(request) },
    limits: { cpu: k8s.Quantity.fromString("1"), memory: k8s.Quantity.fromString(limit) },
  };
}
