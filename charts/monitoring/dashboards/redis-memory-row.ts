import type { PlatformWith } from "../../../config/parts";
import type { RedisCluster } from "../../redis/clusters/redis-cluster";
import { alertThreshold } from "../alert-threshold";
import type { DashboardDesign } from "./design";
import { byPod, serversOf } from "./redis-series";

type Row = DashboardDesign["rows"][number];

/** Ratio of memory held to memory used above which memory is wasted. Source: document 000, section 2 (acceptable range 1.0-1.5). */
const FRAGMENTATION = 1.5;

/**
 * Room, and what is thrown out when there is none. Levels are those of the alerts. Source: document 000, section 11; document 001, sections 2 and
 * 8.
 */
export function redisMemoryRow(platform: PlatformWith<"alerts">, cluster: RedisCluster): Row {
  const of = serversOf(cluster);
  const critical = 100 * alertThreshold(platform, "RedisMemoryCritical");
  const early = platform.alerts.sessionStores.includes(cluster.name);
  const warning = alertThreshold(platform, "RedisSessionMemoryHigh");
  const evictions = alertThreshold(platform, "RedisEvictionsHigh");
  return {
    title: "Memory",
    panels: [
      {
        ...byPod(
          "Memory used",
          "percent",
          `redis_memory_used_percent{${of}}`,
          `Of maxmemory (${cluster.maxmemory}). RedisMemoryCritical fires at ${critical} %${early ? `, RedisSessionMemoryHigh at ${warning} %` : ""}.`,
        ),
        max: 100,
        levels: [...(early ? [{ from: warning, color: "yellow" } as const] : []), { from: critical, color: "red" }],
      },
      {
        kind: "lines",
        title: "Memory in bytes",
        description:
          "What keys and buffers take, and what the process holds of its node: their ratio is the fragmentation.",
        unit: "bytes",
        series: [
          { expr: `redis_memory_used_bytes{${of}}`, legend: "{{pod}} used" },
          { expr: `redis_memory_used_rss_bytes{${of}}`, legend: "{{pod}} held" },
          { expr: `max(redis_memory_max_bytes{${of}})`, legend: "maxmemory", dashed: true },
        ],
      },
      {
        ...byPod(
          "Fragmentation",
          "ratio",
          `redis_mem_fragmentation_ratio{${of}}`,
          `Memory held over memory used. Documented: 1.08, acceptable up to ${FRAGMENTATION}.`,
        ),
        levels: [{ from: FRAGMENTATION, color: "yellow" }],
        decimals: 2,
      },
      {
        ...byPod(
          "Evicted keys",
          "perSecond",
          `rate(redis_evicted_keys_total{${of}}[1m])`,
          `Keys thrown out for want of memory. RedisEvictionsHigh fires at ${evictions} a second; 840 were measured in PD-2025-10-16-0091.`,
        ),
        levels: [{ from: evictions, color: "red" }],
      },
      byPod(
        "Expired keys",
        "perSecond",
        `rate(redis_expired_keys_total{${of}}[$__rate_interval])`,
        "Keys whose time was over. Documented for redis-prod-main: 38,204 an hour.",
      ),
      byPod(
        "Keys",
        "count",
        `redis_db_keys{${of}}`,
        "Keys of each server: a primary and its replica hold the same ones.",
      ),
    ],
  };
}
