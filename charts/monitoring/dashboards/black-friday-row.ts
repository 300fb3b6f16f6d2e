import type { RedisCluster } from "../../redis/clusters/redis-cluster";
import type { DashboardDesign } from "./design";
import { serversOf } from "./redis-series";

type Row = DashboardDesign["rows"][number];

/** Sessions at the busiest moment of a normal day. Source: document 001, sections 2 and 8. */
export const NORMAL_PEAK_SESSIONS = 1_600_000;

/** Sessions expected at the busiest moment of Black Friday. Source: document 001, section 8 (4.8M, 3x normal peak). */
export const BLACK_FRIDAY_SESSIONS = 4_800_000;

/** What a session's value takes on average, in bytes. Source: document 001, sections 7 and 8 (4.8 KB). */
export const SESSION_BYTES = 4_800;

/**
 * The documented projection: what the values of all sessions take on each primary, in bytes. Source: document 001, section 8 (7.68 GB per primary).
 */
export function projectedBytesPerPrimary(shards: number): number {
  return (BLACK_FRIDAY_SESSIONS * SESSION_BYTES) / shards;
}

/**
 * Two answers to one question. The documented one counts the values of the sessions alone, and finds room to spare. The other takes what the
 * servers measured at their normal peak and scales it: document 001, section 7, shows 26 GB on each primary at 2.4 million sessions, seven times what their
 * values take, since keys, overhead and sessions that nobody ended count as well.
 */
export function blackFridayRow(cluster: RedisCluster): Row {
  const of = serversOf(cluster);
  const projected = projectedBytesPerPrimary(cluster.shards);
  const factor = BLACK_FRIDAY_SESSIONS / NORMAL_PEAK_SESSIONS;
  const maxmemory = `max(redis_memory_max_bytes{${of}})`;
  const measured = `${factor} * max(max_over_time(redis_memory_used_bytes{${of}}[7d]))`;
  return {
    title: `Black Friday: ${BLACK_FRIDAY_SESSIONS / 1e6} million sessions, ${factor} times the normal peak`,
    panels: [
      {
        kind: "number",
        title: "Room by the documented projection",
        description: "Documented: 28.32 GB of 36 GB.",
        unit: "bytes",
        signed: true,
        series: [{ expr: `${maxmemory} - ${projected}`, legend: "room" }],
        width: 12,
      },
      {
        kind: "number",
        title: "Share of maxmemory by measurement",
        description: `What ${factor} times the measured peak would take of maxmemory. Above 100 % sessions are evicted on the day: raise maxmemory, or add shards, before.`,
        unit: "percent",
        decimals: 0,
        levels: [
          { from: 85, color: "yellow" },
          { from: 100, color: "red" },
        ],
        series: [{ expr: `100 * ${measured} / ${maxmemory}`, legend: "of maxmemory" }],
        width: 12,
      },
      {
        kind: "lines",
        title: "Memory of each primary",
        description: `Documented: ${BLACK_FRIDAY_SESSIONS / 1e6} million sessions of ${SESSION_BYTES / 1000} KB on ${cluster.shards} primaries are ${projected / 1e9} GB each. Measured: the peak of the last seven days times ${factor}. The lower answer counts values alone, the higher everything that Redis holds: plan with the higher.`,
        unit: "bytes",
        series: [
          { expr: maxmemory, legend: "maxmemory" },
          { expr: `vector(${projected})`, legend: "documented: values alone", dashed: true },
          { expr: measured, legend: `measured peak times ${factor}`, dashed: true },
        ],
        width: 24,
      },
    ],
  };
}
