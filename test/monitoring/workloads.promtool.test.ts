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
    /** As kube-state-metrics labels them, with what the scrape adds of its own pod. */
    const labels = (pod: string, container: string, exporter = "10.42.20.14:8080") =>
      `instance="${exporter}",job="kubernetes-service-endpoints",service="prometheus-kube-state-metrics",` +
      `namespace="analytics-prod",pod="${pod}",uid="5b0e3c1a-8d0f-4c57-9b7e-2f8f1f0c6a11",container="${container}"`;
    const POD = "analytics-batch-processor-7b8c9d";
    const killed = (container: string, points: Points, reason = "OOMKilled"): ReplayedSeries => ({
      series: `kube_pod_container_status_last_terminated_reason{${labels(POD, container)},reason="${reason}"}`,
      gauge: points,
    });
    const restarts = (container: string, points: Points, pod = POD): ReplayedSeries => ({
      series: `kube_pod_container_status_restarts_total{${labels(pod, container)}}`,
      gauge: points,
    });
    const told = (pod: string, container: string) => ({
      labels: {
        namespace: "analytics-prod",
        pod,
        container,
        severity: "critical",
        team: "platform-infra",
      },
      annotations: {
        summary: `${container} of analytics-prod/${pod} was killed for its memory`,
        description:
          "It has reached its limit, and what starts again starts from the beginning. Compare the limit with what the run needs.",
        runbook_url: "https://runbooks.vantage.internal/ANALYTICS-001",
      },
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
        instance: { at: "04:12:30", ...told(POD, "analytics-processor") },
      }));

    describe("pods that end with their container (restartPolicy: Never)", () => {
      const FIRST = "analytics-batch-processor-29334480-x7k2p";
      const SECOND = "analytics-batch-processor-29334480-q9d4m";
      const NAME = "analytics-batch-processor";
      const ended = (pod: string, points: Points, reason = "OOMKilled", exporter?: string): ReplayedSeries => ({
        series: `kube_pod_container_status_terminated_reason{${labels(pod, NAME, exporter)},reason="${reason}"}`,
        gauge: points,
      });

      // No restart is counted and nothing is kept as the last state: the pod itself has failed, and stays.
      test("fires when the run of a CronJob is killed, and is over ten minutes later, while the pod still lies there", () =>
        replay({
          alert,
          from: "04:00",
          until: "06:00",
          series: [ended(FIRST, { "04:12:04": 1 }), restarts(NAME, { "04:00": 0 }, FIRST)],
          firing: { "04:12": 0, "04:12:30": 1, "04:22": 1, "04:23": 0, "05:00": 0, "05:12": 0, "05:25": 0, "06:00": 0 },
          instance: { at: "04:12:30", ...told(FIRST, NAME) },
        }));

      test("fires for the retry that is killed, too, and no longer for the first", () =>
        replay({
          alert,
          ...WHEN,
          series: [
            ended(FIRST, { "04:05": 1 }),
            restarts(NAME, { "04:00": 0 }, FIRST),
            ended(SECOND, { "04:18": 1 }),
            restarts(NAME, { "04:05:15": 0 }, SECOND),
          ],
          firing: { "04:05:30": 1, "04:16": 0, "04:18:30": 1, "04:27": 1, "04:29": 0 },
          instance: { at: "04:18:30", ...told(SECOND, NAME) },
        }));

      test("stays silent when it ends well, or by a fault of its own", () =>
        replay({
          alert,
          ...WHEN,
          series: [ended(FIRST, { "04:08": 1 }, "Completed"), ended(SECOND, { "04:08": 1 }, "Error")],
          firing: { "04:08:30": 0, "04:12": 0, "04:30": 0 },
        }));

      test("stays silent about a pod that failed an hour ago, also when kube-state-metrics moves", () =>
        replay({
          alert,
          from: "03:00",
          until: "04:30",
          series: [
            ended(FIRST, { "03:00": 1, "04:10": "gone" }),
            ended(FIRST, { "04:11": 1 }, "OOMKilled", "10.42.31.7:8080"),
          ],
          firing: { "03:11": 0, "04:00": 0, "04:11:30": 0, "04:20:30": 0, "04:21": 0, "04:30": 0 },
        }));
    });

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
