import type { PlatformWith } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { type RedisCluster, redisClusters } from "../../redis/clusters/redis-cluster";
import { alertThreshold } from "../alert-threshold";
import { blackFridayRow } from "./black-friday-row";
import type { DashboardDesign } from "./design";
import { REDIS_EVENTS } from "./redis-cluster";
import { onPrimaries, serversOf } from "./redis-series";

type Row = DashboardDesign["rows"][number];

/** How far the trend looks ahead, in days. */
const AHEAD_DAYS = 30;

const DAY_SECONDS = 86_400;

/** A dashboard for each session store. */
export function sessionDashboards(platform: PlatformWith<"alerts" | "redis">): readonly DashboardDesign[] {
  return redisClusters(platform)
    .filter(({ name }) => platform.alerts.sessionStores.includes(name))
    .map((cluster) => sessionDashboard(platform, cluster));
}

/**
 * Whether a session store will be big enough: now, by trend, and for Black Friday.
 *
 * Source: document 001, section 8 (recommendation 4, Session capacity planning with trend projection; Black Friday projections).
 */
function sessionDashboard(platform: Platform, cluster: RedisCluster): DashboardDesign {
  return {
    uid: `sessions-${cluster.name}`,
    title: `Session Capacity — ${cluster.name}`,
    description:
      "Capacity planning of a session store: what it uses now, where the trend leads, and what Black Friday would take.",
    tags: ["redis", "capacity"],
    from: "now-14d",
    refresh: "5m",
    events: REDIS_EVENTS,
    rows: [nowRow(platform, cluster), trendRow(platform, cluster), blackFridayRow(cluster)],
  };
}

function nowRow(platform: Platform, cluster: RedisCluster): Row {
  const of = serversOf(cluster);
  const warning = alertThreshold(platform, "RedisSessionMemoryHigh");
  const critical = 100 * alertThreshold(platform, "RedisMemoryCritical");
  const evictions = alertThreshold(platform, "RedisEvictionsHigh");
  return {
    title: "Now",
    panels: [
      {
        kind: "number",
        title: "Fullest primary",
        description: `Of maxmemory (${cluster.maxmemory}). Alerts fire at ${warning} and ${critical} %; documented is 72 % on a normal day.`,
        unit: "percent",
        decimals: 1,
        levels: [
          { from: warning, color: "yellow" },
          { from: critical, color: "red" },
        ],
        series: [{ expr: `max(${onPrimaries(cluster, `redis_memory_used_percent{${of}}`)})`, legend: "used" }],
        width: 6,
      },
      {
        kind: "number",
        title: "Room on the fullest primary",
        description: "Memory that is left before the least recently used sessions are thrown out.",
        unit: "bytes",
        series: [
          {
            expr: `min(${onPrimaries(cluster, `redis_memory_max_bytes{${of}} - redis_memory_used_bytes{${of}}`)})`,
            legend: "room",
          },
        ],
        width: 6,
      },
      {
        kind: "number",
        title: "Keys",
        description:
          "Keys on all primaries. A session has more than one: documented are about 5.3 million keys at a peak of 1.6 million sessions.",
        unit: "count",
        series: [{ expr: `sum(${onPrimaries(cluster, `redis_db_keys{${of}}`)})`, legend: "keys" }],
        width: 6,
      },
      {
        kind: "number",
        title: "Evicted in the last hour",
        description: `Keys of users who were still there. RedisEvictionsHigh fires at ${evictions} a second on one server.`,
        unit: "count",
        decimals: 0,
        levels: [{ from: 1, color: "red" }],
        series: [
          { expr: `sum(${onPrimaries(cluster, `increase(redis_evicted_keys_total{${of}}[1h])`)})`, legend: "evicted" },
        ],
        width: 6,
      },
    ],
  };
}

function trendRow(platform: Platform, cluster: RedisCluster): Row {
  const of = serversOf(cluster);
  const used = `redis_memory_used_bytes{${of}}`;
  // The peak of a day says whether a store is big enough; nights would flatten the trend.
  const dailyPeak = `max(max_over_time(${used}[1d]))`;
  const level = alertThreshold(platform, "RedisSessionMemoryHigh");
  const growth = `deriv((${dailyPeak})[14d:1h])`;
  return {
    title: "Trend",
    panels: [
      {
        kind: "lines",
        title: `Daily peak and where it leads in ${AHEAD_DAYS} days`,
        description: `Memory of the fullest server at its daily peak, and that peak ${AHEAD_DAYS} days on if it goes on as in the last 14. Above maxmemory sessions are evicted.`,
        unit: "bytes",
        series: [
          { expr: dailyPeak, legend: "daily peak" },
          {
            expr: `predict_linear((${dailyPeak})[14d:1h], ${AHEAD_DAYS * DAY_SECONDS})`,
            legend: `in ${AHEAD_DAYS} days`,
            dashed: true,
          },
          { expr: `max(redis_memory_max_bytes{${of}})`, legend: "maxmemory", dashed: true },
          { expr: `${level / 100} * max(redis_memory_max_bytes{${of}})`, legend: `${level} % of it`, dashed: true },
        ],
        width: 16,
      },
      {
        kind: "lines",
        title: "Growth of the daily peak",
        description:
          "Bytes a day by which the peak grew over the last 14 days. Around 0 the store is big enough for as long as nothing changes.",
        unit: "bytes",
        signed: true,
        series: [{ expr: `${DAY_SECONDS} * ${growth}`, legend: "a day" }],
      },
      {
        kind: "lines",
        title: "Memory of the primaries",
        description:
          "As it is, and an hour on by the last quarter: how fast a surge fills the store. The flash sale took eight minutes from its start to the alert.",
        unit: "bytes",
        series: [
          { expr: onPrimaries(cluster, used), legend: "{{pod}}" },
          {
            expr: onPrimaries(cluster, `predict_linear(${used}[15m], 3600)`),
            legend: "{{pod}} in an hour",
            dashed: true,
          },
        ],
        width: 24,
      },
    ],
  };
}
