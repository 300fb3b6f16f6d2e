import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Points, type ReplayedSeries, replay } from "./replay";

/** maxmemory before and after the incident, in bytes. Source: document 001, section 7. */
const MAX = { before: 30_064_771_072, after: 38_654_705_664 } as const;

const pod = (name: string, cluster: string) =>
  `{app_kubernetes_io_name="${cluster}",namespace="redis-prod",pod="${name}"}`;

/** A server with its use in percent of 28 GiB, or in bytes. */
function memory(
  use: Points,
  max: Points,
  name = "redis-prod-sessions-1",
  cluster = "redis-prod-sessions",
): ReplayedSeries[] {
  const bytes = Object.entries(use).map(([at, value]) => {
    if (value === "gone") return [at, value];
    return [at, value <= 100 ? (value / 100) * MAX.before : value];
  });
  return [
    { series: `redis_memory_used_bytes${pod(name, cluster)}`, gauge: Object.fromEntries(bytes) as Points },
    { series: `redis_memory_max_bytes${pod(name, cluster)}`, gauge: max },
  ];
}

/** The three primaries at 12:09, after a rise that is documented for one. Source: document 001, sections 2 and 7. */
const MAX_OF_INCIDENT: Points = { "11:55": MAX.before, "12:10": MAX.after };
const incident = [
  ...memory({ "11:55": 72, "12:05": 87, "12:08": 28_147_843_072 }, MAX_OF_INCIDENT, "redis-prod-sessions-0"),
  ...memory({ "11:55": 72, "12:05": 88, "12:08": 28_024_612_864 }, MAX_OF_INCIDENT),
  ...memory({ "11:55": 72, "12:05": 80, "12:08": 27_701_324_800 }, MAX_OF_INCIDENT, "redis-prod-sessions-2"),
];
const WHEN = { from: "11:55", until: "12:26" } as const;
const full: Points = { "11:55": MAX.before };

describeWithTools([PROMTOOL], "replays: Redis", () => {
  describe("alert RedisSessionMemoryHigh", () => {
    const alert = "RedisSessionMemoryHigh";

    test("fires a minute after 88 % at 12:05, three minutes before the documented alert, and ends with 36gb", () =>
      replay({
        alert,
        ...WHEN,
        series: incident,
        firing: { "12:04": 0, "12:05:45": 0, "12:06": 2, "12:09": 3, "12:10:15": 0, "12:26": 0 },
        values: [
          { at: "12:26", expr: 'round(10 * redis_memory_used_percent{pod="redis-prod-sessions-1"})', value: 725 },
        ],
      }));

    test("fires for one server, with its name and its use", () =>
      replay({
        alert,
        ...WHEN,
        series: memory({ "11:55": 72, "12:05": 87.5 }, full),
        firing: { "12:06": 1 },
        instance: {
          at: "12:06",
          labels: {
            app_kubernetes_io_name: "redis-prod-sessions",
            namespace: "redis-prod",
            pod: "redis-prod-sessions-1",
            severity: "warning",
            team: "platform-infra",
          },
          annotations: {
            summary: "redis-prod-sessions-1 uses 87.5% of its maxmemory",
            description:
              "Sessions are about to be evicted. Look at the rate at which they are made, and raise maxmemory in time.",
            runbook_url: "https://runbooks.vantage.internal/redis-memory",
          },
        },
      }));

    test("stays silent at 85 %", () =>
      replay({ alert, ...WHEN, series: memory({ "11:55": 85 }, full), firing: { "12:10": 0 } }));

    test("stays silent when 88 % lasts 45 seconds", () =>
      replay({
        alert,
        ...WHEN,
        series: memory({ "11:55": 72, "12:05": 88, "12:05:45": 84 }, full),
        firing: { "12:06": 0, "12:07": 0 },
      }));

    test("stays silent about a cluster that is no session store", () =>
      replay({
        alert,
        ...WHEN,
        series: memory({ "11:55": 88 }, full, "redis-prod-main-1", "redis-prod-main"),
        firing: { "12:10": 0 },
      }));

    test("stays silent about a server without a limit, of which no use is recorded", () =>
      replay({
        alert,
        ...WHEN,
        series: memory({ "11:55": 88 }, { "11:55": 0 }),
        firing: { "12:10": 0 },
        values: [{ at: "12:10", expr: "absent(redis_memory_used_percent)", value: 1 }],
      }));
  });

  describe("alert RedisMemoryCritical", () => {
    const alert = "RedisMemoryCritical";

    test("fires for all three at 93 %, and ends with 36gb", () =>
      replay({
        alert,
        ...WHEN,
        series: incident,
        firing: { "12:05": 0, "12:08": 0, "12:08:30": 3, "12:09:45": 3, "12:10": 0, "12:12": 0, "12:26": 0 },
      }));

    test("fires for a server of the other cluster, too", () =>
      replay({
        alert,
        ...WHEN,
        series: memory({ "11:55": 93 }, full, "redis-prod-main-1", "redis-prod-main"),
        firing: { "12:00": 1 },
      }));

    test("stays silent at 88 %, where session stores only warn", () =>
      replay({ alert, ...WHEN, series: memory({ "11:55": 88 }, full), firing: { "12:10": 0 } }));

    test("stays silent at 90 %", () =>
      replay({ alert, ...WHEN, series: memory({ "11:55": 27_058_293_964 }, full), firing: { "12:10": 0 } }));

    test("stays silent when 93 % lasts a quarter of a minute", () =>
      replay({
        alert,
        ...WHEN,
        series: memory({ "11:55": 72, "12:08": 93, "12:08:15": 88 }, full),
        firing: { "12:08:15": 0, "12:08:30": 0, "12:09": 0 },
      }));

    test("stays silent about a server without a limit, by which nothing can be divided", () =>
      replay({ alert, ...WHEN, series: memory({ "11:55": 93 }, { "11:55": 0 }), firing: { "12:10": 0 } }));
  });

  describe("alert RedisEvictionsHigh", () => {
    const alert = "RedisEvictionsHigh";
    const evictions = (perSecond: Points, name = "redis-prod-sessions-1"): ReplayedSeries => ({
      series: `redis_evicted_keys_total${pod(name, "redis-prod-sessions")}`,
      counter: perSecond,
    });

    // Document 001, section 2: 120/s at 12:05, 840/s at 12:08, none 25 seconds after 12:10.
    test("fires at 840 a second, and ends when 36gb has stopped them", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          evictions({ "11:55": 0, "12:08": 840, "12:10:30": 0 }),
          evictions({ "11:55": 0, "12:08": 780, "12:10:30": 0 }, "redis-prod-sessions-0"),
          evictions({ "11:55": 0, "12:08": 620, "12:10:15": 0 }, "redis-prod-sessions-2"),
        ],
        firing: { "12:08": 0, "12:09": 3, "12:10": 3, "12:12": 0, "12:26": 0 },
      }));

    test("fires at 120 a second, which the documents took for manageable", () =>
      replay({
        alert,
        ...WHEN,
        series: [evictions({ "11:55": 0, "12:05": 120 })],
        firing: { "12:05": 0, "12:07": 1 },
      }));

    test("stays silent at 100 a second", () =>
      replay({ alert, ...WHEN, series: [evictions({ "11:55": 100 })], firing: { "12:05": 0, "12:20": 0 } }));

    test("stays silent when 120 a second lasts half a minute", () =>
      replay({
        alert,
        ...WHEN,
        series: [evictions({ "11:55": 0, "12:05": 120, "12:05:30": 0 })],
        firing: { "12:05:30": 0, "12:06": 0, "12:07": 0 },
      }));
  });
});
