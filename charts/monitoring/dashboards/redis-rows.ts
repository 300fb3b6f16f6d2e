import type { RedisCluster } from "../../redis/clusters/redis-cluster";
import type { DashboardDesign, Level, PanelDesign } from "./design";
import { byPod, onPrimaries, serversOf } from "./redis-series";

type Row = DashboardDesign["rows"][number];

/** Slots of a Redis cluster. Source: Redis cluster specification; document 000, section 2. */
const SLOTS = 16_384;

/** Seconds that a command may take: the longest of the documented slow log. Source: document 000, sections 2 and 11 (all < 15ms). */
const SLOW_SECONDS = 0.015;

/** Whether the cluster serves every key. Source: document 000, section 2 (CLUSTER INFO). */
export function stateRow(cluster: RedisCluster): Row {
  const of = serversOf(cluster);
  const nodes = 2 * cluster.shards;
  const number = (title: string, expr: string, description: string, levels?: readonly Level[]): PanelDesign => ({
    kind: "number",
    title,
    description,
    unit: "count",
    series: [{ expr, legend: title }],
    ...(levels === undefined ? {} : { levels }),
  });
  return {
    title: "State",
    panels: [
      number("Servers up", `sum(redis_up{${of}})`, `Servers that answer their exporter, of ${nodes}.`),
      number(
        "Cluster state not ok",
        `count(redis_cluster_state{${of}} == 0) or vector(0)`,
        "Servers that see a part of the slots without a primary, and refuse commands.",
        [{ from: 1, color: "red" }],
      ),
      number(
        "Slots not served",
        `${SLOTS} - min(redis_cluster_slots_ok{${of}})`,
        `Slots of ${SLOTS} without a healthy primary, by the server that sees fewest.`,
        [{ from: 1, color: "red" }],
      ),
      number("Known nodes", `min(redis_cluster_known_nodes{${of}})`, `Servers that each knows of, at least: ${nodes}.`),
      number(
        "Keys",
        `sum(${onPrimaries(cluster, `redis_db_keys{${of}}`)})`,
        "Keys on all primaries. Replicas hold the same ones again.",
      ),
      number("Clients", `sum(redis_connected_clients{${of}})`, "Connections of clients to all servers."),
    ],
  };
}

/** What clients ask and get. Source: document 000, section 11. */
export function throughputRow(cluster: RedisCluster): Row {
  const of = serversOf(cluster);
  const rate = (metric: string) => `rate(${metric}{${of}}[$__rate_interval])`;
  const hits = rate("redis_keyspace_hits_total");
  return {
    title: "Throughput",
    panels: [
      byPod(
        "Commands",
        "perSecond",
        rate("redis_commands_processed_total"),
        "Commands a second. Documented for each primary of redis-prod-main: about 18,500.",
      ),
      byPod(
        "Clients",
        "count",
        `redis_connected_clients{${of}}`,
        "Connections of clients. Documented for each primary of redis-prod-main: about 2,800.",
      ),
      byPod(
        "Blocked clients",
        "count",
        `redis_blocked_clients{${of}}`,
        "Clients that wait for a key, or for their writes to be on disk. Documented: 0.",
      ),
      {
        ...byPod(
          "Hit rate",
          "percent",
          `100 * ${hits} / (${hits} + ${rate("redis_keyspace_misses_total")})`,
          "Reads that found their key. Documented: 94 % in redis-prod-main, 98.4 % in redis-prod-sessions and 97.8 % while it evicted.",
        ),
        max: 100,
      },
      byPod(
        "Network out",
        "bytesPerSecond",
        rate("redis_net_output_bytes_total"),
        "Bytes a second to clients and replicas.",
      ),
      {
        ...byPod(
          "Slowest recent command",
          "seconds",
          `redis_last_slow_execution_duration_seconds{${of}}`,
          "How long the last entry of the slow log took. Documented: all below 15 ms.",
        ),
        levels: [{ from: SLOW_SECONDS, color: "yellow" }],
      },
    ],
  };
}

/** Whether replicas follow. Source: document 000, section 2 (Replication Lag). */
export function replicationRow(cluster: RedisCluster): Row {
  const of = serversOf(cluster);
  return {
    title: "Replication",
    panels: [
      byPod(
        "Replicas of each primary",
        "count",
        onPrimaries(cluster, `redis_connected_slaves{${of}}`),
        "1 for each primary. At 0 the shard is lost with its primary.",
      ),
      {
        kind: "lines",
        title: "Replica behind its primary",
        description:
          "Seconds since the replica last confirmed what it has. Documented: 0 bytes behind, caught up 12 to 16 seconds after a restart.",
        unit: "seconds",
        series: [{ expr: `redis_connected_slave_lag_seconds{${of}}`, legend: "{{pod}} to {{slave_ip}}" }],
      },
      byPod(
        "Configuration epoch",
        "count",
        `redis_cluster_current_epoch{${of}}`,
        "Rises with every failover, and must be the same on all servers. Documented after the upgrade: 8.",
      ),
    ],
  };
}

/** Whether data is safe on disk. Source: document 000, section 11 (AOF, RDB). */
export function persistenceRow(cluster: RedisCluster): Row {
  const of = serversOf(cluster);
  return {
    title: "Persistence",
    panels: [
      byPod(
        "Age of the last snapshot",
        "seconds",
        `time() - redis_rdb_last_save_timestamp_seconds{${of}}`,
        `A snapshot is made every ${cluster.snapshots}. An age of several times that means that snapshots fail.`,
      ),
      {
        ...byPod(
          "Last snapshot failed",
          "count",
          `1 - redis_rdb_last_bgsave_status{${of}}`,
          "1 where the last snapshot could not be written.",
        ),
        levels: [{ from: 1, color: "red" }],
      },
      {
        ...byPod(
          "Append-only file failed",
          "count",
          `1 - redis_aof_last_write_status{${of}}`,
          "1 where the last write to the append-only file failed; Redis then refuses writes.",
        ),
        levels: [{ from: 1, color: "red" }],
      },
    ],
  };
}
