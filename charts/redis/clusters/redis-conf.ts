import { REDIS_BUS_PORT, REDIS_PORT } from "../../../config/reference/redis";
import type { Quantity } from "../../../config/units/quantity";
import { DATA_PATH } from "./paths";
import type { RedisClusterConfig } from "./redis-cluster";

/**
 * The most clients of one server. The documented peak is 8,412 over three primaries; even one alone could take them all.
 *
 * Source: document 000, section 2 (Peak 8,412 connections).
 */
export const MAX_CLIENTS = 10_000;

/**
 * Writes that a primary keeps for a replica that was away, in MiB. A primary receives 2,840 KB/s, so that this is 94 seconds; a restart takes 7 to 9
 * seconds, an election a few more. The default of 1 MiB is a third of a second, and every restart would copy everything.
 *
 * Source: document 000, sections 2 (replication backlog sufficient) and 11 (Instantaneous Input kbps).
 */
export const REPLICATION_BACKLOG_MIB = 256;

/**
 * Writes that wait for a replica while it takes a full copy. Copying 36 GiB takes about five minutes at the speed of a volume, in which 850 MB arrive; at the default of
 * 256 MiB the primary would cut the replica off, and it would begin again, for ever. Part of the memory beyond maxmemory.
 */
export const REPLICA_BUFFER = { hard: "1gb", soft: "1gb", softSeconds: 60 } as const;

/**
 * The redis.conf of every server of a cluster. A directive stands here when a document or the configuration says so, or when a container needs it; all
 * else is Redis' own default. Addresses that change with the pod are given on the command line.
 *
 * A change reaches a pod when it is deleted; `CONFIG SET` changes the servers that run.
 *
 * Source: redis.conf of 7.2; document 000, sections 2 and 11; document 001, sections 2 and 7.
 */
export function redisConf(cluster: RedisClusterConfig): string {
  const directives = [
    ["port", REDIS_PORT],
    // Clients are in other pods, and nobody has a password: the network policy decides who may connect.
    ["bind", "*"],
    ["protected-mode", "no"],
    ["maxclients", MAX_CLIENTS],
    ["dir", DATA_PATH],
    ["cluster-enabled", "yes"],
    ["cluster-config-file", "nodes.conf"],
    ["cluster-port", REDIS_BUS_PORT],
    ["maxmemory", redisSize(cluster.maxmemory)],
    ["maxmemory-policy", cluster.evictionPolicy],
    ["appendonly", yesNo(cluster.appendOnly)],
    // WAITAOF waits for this synchronisation: at most a second of writes is at risk, and no command waits for the disk.
    ...(cluster.appendOnly ? [["appendfsync", "everysec"] as const] : []),
    ["save", `${cluster.snapshots.seconds} 1`],
    // The documented restarts are "Graceful - SAVE completed", whatever has changed since the last snapshot.
    ["shutdown-on-sigterm", "save"],
    ["repl-backlog-size", `${REPLICATION_BACKLOG_MIB}mb`],
    [
      "client-output-buffer-limit",
      `replica ${REPLICA_BUFFER.hard} ${REPLICA_BUFFER.soft} ${REPLICA_BUFFER.softSeconds}`,
    ],
  ] as const;
  return directives.map(([name, value]) => `${name} ${value}\n`).join("");
}

/** An amount of memory in the largest of Redis' units that holds it whole. Redis' `gb` is what Kubernetes calls Gi: 36gb are 38,654,705,664 bytes in document 001, section 7. */
export function redisSize({ value }: Pick<Quantity, "value">): string {
  const unit = (
    [
      ["gb", 2 ** 30],
      ["mb", 2 ** 20],
      ["kb", 2 ** 10],
    ] as const
  ).find(([, bytes]) => value % bytes === 0);
  return unit === undefined ? `${value}` : `${value / unit[1]}${unit[0]}`;
}

function yesNo(value: boolean): "yes" | "no" {
  return value ? "yes" : "no";
}
