import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Points, type ReplayedSeries, replay } from "./replay";

const WHEN = { from: "04:00", until: "04:30" } as const;

describeWithTools([PROMTOOL], "replays: workloads", () => {
  describe("alert PersistentVolumeFilling", () => {
    const alert = "PersistentVolumeFilling";
    const volume = (usedPercent: Points, capacity = 1000): readonly ReplayedSeries[] => {
      const labels = '{namespace="elastic-system",persistentvolumeclaim="elasticsearch-data-0"}';
      const used = Object.entries(usedPercent).map(([at, percent]) => [at, Number(percent) * 10]);
      return [
        { series: `kubelet_volume_stats_used_bytes${labels}`, gauge: Object.fromEntries(used) as Points },
        { series: `kubelet_volume_stats_capacity_bytes${labels}`, gauge: { "04:00": capacity } },
      ];
    };

    test("fires five minutes above 85 %, with the claim", () =>
      replay({
        alert,
        ...WHEN,
        series: volume({ "04:00": 72, "04:10": 86 }),
        firing: { "04:14:30": 0, "04:15": 1 },
        instance: {
          at: "04:15",
          labels: {
            namespace: "elastic-system",
            persistentvolumeclaim: "elasticsearch-data-0",
            severity: "warning",
            team: "platform-infra",
          },
          annotations: {
            summary: "Volume elastic-system/elasticsearch-data-0 is 86% full",
            description: "Enlarge the claim: gp3 volumes grow in place. Volumes on a node's own disks don't.",
            runbook_url: "https://runbooks.vantage.internal/disk-pressure",
          },
        },
      }));

    // Document 001, section 11: 72 % at the fullest.
    test("stays silent at the documented 72 %, at 85, and when 86 lasts four minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: volume({ "04:00": 72, "04:05": 85, "04:15": 86, "04:19": 84 }),
        firing: { "04:04": 0, "04:14": 0, "04:20": 0, "04:30": 0 },
      }));

    test("stays silent about a volume of no size, by which nothing can be divided", () =>
      replay({ alert, ...WHEN, series: volume({ "04:00": 86 }, 0), firing: { "04:30": 0 } }));
  });

  describe("alert ContainerOomKilled", () => {
    const alert = "ContainerOomKilled";
    const labels = (container: string) =>
      `namespace="analytics-prod",pod="analytics-batch-processor-7b8c9d",container="${container}"`;
    const killed = (container: string, points: Points, reason = "OOMKilled"): ReplayedSeries => ({
      series: `kube_pod_container_status_last_terminated_reason{${labels(container)},reason="${reason}"}`,
      gauge: points,
    });
    const restarts = (container: string, points: Points): ReplayedSeries => ({
      series: `kube_pod_container_status_restarts_total{${labels(container)}}`,
      gauge: points,
    });

    // Document 002, section 2: killed at 04:12:02, started again at 04:12:08.
    test("fires when analytics-processor is killed at 04:12, with its names, and is over ten minutes later", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          killed("analytics-processor", { "04:12:04": 1 }),
          restarts("analytics-processor", { "04:00": 0, "04:12:08": 1 }),
        ],
        firing: { "04:12": 0, "04:12:30": 1, "04:23": 0 },
        instance: {
          at: "04:12:30",
          labels: {
            namespace: "analytics-prod",
            pod: "analytics-batch-processor-7b8c9d",
            container: "analytics-processor",
            reason: "OOMKilled",
            severity: "critical",
            team: "platform-infra",
          },
          annotations: {
            summary: "analytics-processor of analytics-prod/analytics-batch-processor-7b8c9d was killed for its memory",
            description:
              "It has reached its limit, and starts again from the beginning. Compare the limit with what the run needs.",
            runbook_url: "https://runbooks.vantage.internal/ANALYTICS-001",
          },
        },
      }));

    test("stays silent when a container ends for another reason, or another one restarts", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          killed("analytics-processor", { "04:12": 1 }, "Error"),
          restarts("analytics-processor", { "04:00": 0, "04:12": 1 }),
          killed("istio-proxy", { "04:00": 1 }),
          restarts("istio-proxy", { "04:00": 1 }),
        ],
        firing: { "04:13": 0, "04:30": 0 },
      }));

    test("stays silent about a kill of yesterday", () =>
      replay({
        alert,
        ...WHEN,
        series: [killed("analytics-processor", { "04:00": 1 }), restarts("analytics-processor", { "04:00": 4 })],
        firing: { "04:10": 0, "04:30": 0 },
      }));
  });
});
