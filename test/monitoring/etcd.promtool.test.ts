import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { ETCD_BOUNDS, latencyBuckets } from "./latency-buckets";
import { replay } from "./replay";

describeWithTools([PROMTOOL], "replays: etcd", () => {
  describe("alert EtcdHighLatency", () => {
    const alert = "EtcdHighLatency";
    const member = (p99: Readonly<Record<string, number>>, name = "etcd-prod-0") =>
      latencyBuckets("etcd_disk_wal_fsync_duration_seconds", `instance="${name}"`, ETCD_BOUNDS, p99);
    const milliseconds = (at: string, value: number) => ({
      at,
      expr: "round(1000 * histogram_quantile(0.99, rate(etcd_disk_wal_fsync_duration_seconds_bucket[5m])))",
      value,
    });

    test("fires after two minutes at 180 ms", () =>
      replay({
        alert,
        from: "20:28",
        until: "20:36",
        series: member({ "20:28": 0.18 }),
        // The first rate needs two samples.
        firing: { "20:28:30": 0, "20:30": 0, "20:30:30": 1, "20:36": 1 },
        values: [milliseconds("20:30:30", 180)],
        instance: {
          at: "20:30:30",
          labels: { instance: "etcd-prod-0", severity: "warning", team: "platform-infra" },
          annotations: {
            summary: "etcd member etcd-prod-0 takes 180ms to write its log (p99)",
            runbook_url: "https://runbooks.vantage.internal/OPS-022",
            grafana_uid: "grafana-alert-etcd-7b2c1d",
          },
        },
      }));

    test("fires for the one member that is slow", () =>
      replay({
        alert,
        from: "20:28",
        until: "20:36",
        series: [...member({ "20:28": 0.012 }), ...member({ "20:28": 0.18 }, "etcd-prod-1")],
        firing: { "20:31": 1 },
      }));

    test("fires until the compaction's end, and is resolved at the documented 20:38", () =>
      replay({
        alert,
        from: "20:15",
        until: "20:45",
        series: member({
          "20:15": 0.012,
          "20:24": 0.18,
          "20:32": 0.142,
          "20:33": 0.098,
          "20:34": 0.042,
          "20:36": 0.014,
        }),
        firing: { "20:27": 0, "20:30": 1, "20:33": 1, "20:38": 0 },
      }));

    test("stays silent at 98 ms", () =>
      replay({
        alert,
        from: "20:28",
        until: "20:45",
        series: member({ "20:28": 0.098 }),
        firing: { "20:33": 0, "20:45": 0 },
        values: [milliseconds("20:40", 98)],
      }));

    test("stays silent at 142 ms", () =>
      replay({
        alert,
        from: "20:28",
        until: "20:45",
        series: member({ "20:28": 0.142 }),
        firing: { "20:45": 0 },
        values: [milliseconds("20:40", 142)],
      }));

    // Read minute by minute, the documented peak is too short for a rate over five.
    test("stays silent when each minute is as documented, and none before 20:30 is slow", () =>
      replay({
        alert,
        from: "20:15",
        until: "20:45",
        series: member({
          "20:15": 0.012,
          "20:30": 0.18,
          "20:31": 0.165,
          "20:32": 0.142,
          "20:33": 0.098,
          "20:34": 0.042,
          "20:35": 0.018,
          "20:36": 0.014,
          "20:38": 0.012,
        }),
        firing: { "20:31": 0, "20:33": 0, "20:35": 0, "20:38": 0 },
      }));
  });

  const size = (metric: string, bytes: Readonly<Record<string, number>>) => ({
    series: `${metric}{instance="etcd-prod-0"}`,
    gauge: bytes,
  });

  describe("alert EtcdDatabaseAlarm", () => {
    const alert = "EtcdDatabaseAlarm";
    const metric = "etcd_mvcc_db_total_size_in_bytes";

    test("fires a minute above 8 GB, before the quota of 8 GiB", () =>
      replay({
        alert,
        from: "20:00",
        until: "20:10",
        series: [size(metric, { "20:00": 4.8e9, "20:05": 8_000_000_001 })],
        firing: { "20:05:30": 0, "20:06": 1 },
      }));

    test("stays silent at 8 GB, and at the documented 4.8", () =>
      replay({
        alert,
        from: "20:00",
        until: "20:10",
        series: [size(metric, { "20:00": 4.8e9, "20:05": 8e9 })],
        firing: { "20:04": 0, "20:10": 0 },
      }));

    test("stays silent when it lasts half a minute", () =>
      replay({
        alert,
        from: "20:00",
        until: "20:10",
        series: [size(metric, { "20:00": 4.8e9, "20:05": 8.1e9, "20:05:45": 3.6e9 })],
        firing: { "20:06": 0, "20:07": 0 },
      }));
  });

  describe("alert EtcdDefragmentationDue", () => {
    const alert = "EtcdDefragmentationDue";
    const metric = "etcd_mvcc_db_total_size_in_use_in_bytes";

    test("fires when the compaction leaves more than 6 GB", () =>
      replay({
        alert,
        from: "20:00",
        until: "21:30",
        series: [size(metric, { "20:00": 7e9, "20:36": 6.1e9 })],
        firing: { "20:29": 0, "20:30": 1, "21:30": 1 },
      }));

    test("stays silent when the nightly compaction brings it below", () =>
      replay({
        alert,
        from: "20:10",
        until: "21:30",
        series: [size(metric, { "20:10": 4.8e9, "20:12": 6.1e9, "20:36": 3.6e9 })],
        firing: { "20:36": 0, "21:30": 0 },
      }));
  });
});
