import { z } from "zod";
import { REDIS_EVICTION_POLICIES } from "../reference/redis";
import { cronField, dnsLabelField, durationField, imageField, patternField, quantityField } from "./fields";

const backup = z
  .strictObject({
    schedule: cronField.describe(
      "When a snapshot of every shard goes to the bucket, in UTC. The documents show one backup, before an upgrade (document 000, section 2); daily gives the documented 30 days of retention thirty snapshots.",
    ),
    suspended: z
      .boolean()
      .default(false)
      .describe(
        "Whether the schedule rests, so that backups are made by hand only: `kubectl create job --from=cronjob/<cluster>-backup <name>`. For data that are worth nothing by the time somebody would restore them. Default false.",
      ),
  })
  .describe("Backups to the bucket of `backupIdentity`.");

const cluster = z.strictObject({
  image: imageField.describe(
    "Image of Redis. The pods change to it one by one, when they are deleted: replicas first, then primaries. Source: document 000, section 2 (redis:7.2.5-alpine).",
  ),
  shards: z
    .int()
    .min(3)
    .max(100)
    .describe(
      "Primaries, each with one replica. A new one gets no slots by itself, and isn't ready before it has some: `redis-cli --cluster rebalance --cluster-use-empty-masters` moves them while `pulumi up` waits for it. Fewer than three can't agree on a failover. Source: document 000, section 2 (3).",
    ),
  maxmemory: quantityField.describe(
    "Memory for keys, per pod; Redis' own gb are GiB. The pod asks for a third more: see config/derived/redis-sizes.ts. Changed live by CONFIG SET, and in pods when they are deleted. Source: document 000, section 2 (14 GB); document 001, section 2 (36 GB).",
  ),
  evictionPolicy: z
    .enum(REDIS_EVICTION_POLICIES)
    .describe("What goes when the memory is full. Source: document 001, section 2 (allkeys-lru); else noeviction."),
  appendOnly: z
    .boolean()
    .describe(
      "Whether every write goes to the append-only file, synchronised each second. Clients that use WAITAOF need it. Source: document 000, sections 2 and 11.",
    ),
  snapshots: durationField.describe(
    "Least time between two snapshots. Each forks the process, which stops it for about 10 ms per GB. Source: document 000, section 11 (RDB Last Save Status), for that there are any.",
  ),
  nodePool: z
    .string()
    .describe(
      "Pool of `vantage:nodePools` that the pods run on. Source: document 001, sections 2 and 8 (worker-memory-v3).",
    ),
  cpu: quantityField.describe(
    "Cores that a pod asks for: one runs commands, one more the child that writes a snapshot. It may use twice as much.",
  ),
  volume: quantityField.describe(
    "Volume of each pod. Kubernetes doesn't change it in a StatefulSet: enlarge the claims, delete the StatefulSet with --cascade=orphan, apply again. Never smaller.",
  ),
  clients: z
    .array(dnsLabelField)
    .min(1)
    .describe(
      "Namespaces whose pods may connect. There is no password, so that this list is all that keeps others out.",
    ),
  backup,
});

/** `vantage:redis`: the Redis clusters. */
export const redisSection = z
  .strictObject({
    namespace: dnsLabelField.describe(
      "Namespace of the clusters. Source: document 000, section 6 (redis-prod; redis-system is the operator's).",
    ),
    exporterImage: imageField.describe("Image of the exporter beside every Redis: oliver006/redis_exporter."),
    uploaderImage: imageField.describe(
      "Image that uploads backups: an AWS CLI whose `s3 cp` knows --checksum-algorithm. The image of Redis has none.",
    ),
    backupIdentity: z
      .string()
      .describe("Identity of `vantage:storage.identities` that uploads backups, to the first of its prefixes."),
    clusters: z
      .record(
        patternField(
          /^[a-z][a-z0-9-]{0,38}[a-z0-9]$/,
          "2 to 40 lower-case letters, digits and hyphens, beginning with a letter",
          "shorten it: names of pods and jobs are made from it",
        ),
        cluster,
      )
      .describe("Clusters by name, which is the name of their pods, too: changing it makes another cluster, empty."),
  })
  .describe("Redis clusters.");
