import type { PlatformWith } from "../../../config/parts";
import { type RedisCluster, redisClusters } from "../../redis/clusters/redis-cluster";
import type { DashboardDesign, EventDesign } from "./design";
import { redisMemoryRow } from "./redis-memory-row";
import { persistenceRow, replicationRow, stateRow, throughputRow } from "./redis-rows";

/** What is marked: the documented events with their tags. Their colours are not documented. Source: document 000, section 10. */
export const REDIS_EVENTS: readonly EventDesign[] = [
  { name: "Backup", tags: ["backup", "pre-upgrade"], color: "purple" },
  { name: "Replica upgrade", tags: ["upgrade", "replica"], color: "blue" },
  { name: "Primary failover", tags: ["upgrade", "failover"], color: "orange" },
  { name: "Validation", tags: ["validation", "complete"], color: "green" },
];

/** A dashboard for each Redis cluster. */
export function redisDashboards(platform: PlatformWith<"alerts" | "redis">): readonly DashboardDesign[] {
  return redisClusters(platform).map((cluster) => redisDashboard(platform, cluster));
}

/**
 * One Redis cluster: whether it is whole, what it does, and how much room it has. Primaries and replicas are told apart by the role that each
 * server reports, never by the name of its pod.
 *
 * Source: document 000, sections 2, 10 (title, annotations) and 11 (metrics); compatibility page, section 4.
 */
function redisDashboard(platform: PlatformWith<"alerts">, cluster: RedisCluster): DashboardDesign {
  return {
    uid: cluster.name,
    title: `Redis Cluster — ${cluster.name}`,
    description: "State, throughput, memory, replication and persistence of the servers of one Redis cluster.",
    tags: ["redis"],
    from: "now-6h",
    refresh: "30s",
    events: REDIS_EVENTS,
    rows: [
      stateRow(cluster),
      throughputRow(cluster),
      redisMemoryRow(platform, cluster),
      replicationRow(cluster),
      persistenceRow(cluster),
    ],
  };
}
