import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { KARPENTER_BOUNDS, latencyBuckets } from "./latency-buckets";
import { type Points, type ReplayedSeries, replay } from "./replay";

const WHEN = { from: "10:00", until: "10:40" } as const;

describeWithTools([PROMTOOL], "replays: Karpenter", () => {
  describe("alert KarpenterReplicaDown", () => {
    const alert = "KarpenterReplicaDown";
    const build = (pod: string, points: Points): ReplayedSeries => ({
      series: `karpenter_build_info{pod="${pod}",version="0.37.0"}`,
      gauge: points,
    });

    test("fires five minutes after one of two is gone", () =>
      replay({
        alert,
        ...WHEN,
        series: [build("a", { "10:00": 1 }), build("b", { "10:00": 1, "10:10": "gone" })],
        firing: { "10:14:30": 0, "10:15": 1 },
      }));

    test("fires when both are gone", () => replay({ alert, ...WHEN, series: [], firing: { "10:05": 1 } }));

    test("stays silent with two, and when one is replaced within four minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: [build("a", { "10:00": 1 }), build("b", { "10:00": 1, "10:10": "gone" }), build("c", { "10:14": 1 })],
        firing: { "10:09": 0, "10:15": 0, "10:40": 0 },
      }));
  });

  describe("alert KarpenterNodePoolNearLimit", () => {
    const alert = "KarpenterNodePoolNearLimit";
    const pool = (usage: Points, limit: number, resource = "cpu", pod = "karpenter-a"): readonly ReplayedSeries[] => {
      const labels = `{pod="${pod}",nodepool="default-nodepool",resource_type="${resource}"}`;
      return [
        { series: `karpenter_nodepool_usage${labels}`, gauge: usage },
        { series: `karpenter_nodepool_limit${labels}`, gauge: { "10:00": limit } },
      ];
    };

    test("fires ten minutes above 90 % of 500 cores, with the pool and the resource", () =>
      replay({
        alert,
        ...WHEN,
        series: [...pool({ "10:00": 300, "10:10": 456 }, 500), ...pool({ "10:00": 1e12 }, 2_147_483_648_000, "memory")],
        firing: { "10:19:30": 0, "10:20": 1 },
        instance: {
          at: "10:20",
          labels: { nodepool: "default-nodepool", resource_type: "cpu", severity: "warning", team: "platform-infra" },
          annotations: {
            summary: "NodePool default-nodepool uses 91.2% of its limit on cpu",
            description: "At the limit pods stay pending. Raise it in the stack file, or find out what grows.",
            runbook_url: "https://runbooks.vantage.internal/karpenter",
          },
        },
      }));

    test("fires once when the leader changes and both replicas have spoken", () =>
      replay({
        alert,
        ...WHEN,
        series: [...pool({ "10:00": 460 }, 500), ...pool({ "10:05": 460 }, 500, "cpu", "karpenter-b")],
        firing: { "10:10": 1, "10:20": 1 },
      }));

    test("stays silent at 90 %, and when it lasts nine minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: pool({ "10:00": 450, "10:10": 460, "10:19": 450 }, 500),
        firing: { "10:10": 0, "10:20": 0, "10:40": 0 },
      }));

    // In the first phase of the migration the limit is 0: nothing is launched, and nothing can be divided by it.
    test("stays silent about a pool that is switched off", () =>
      replay({ alert, ...WHEN, series: pool({ "10:00": 16 }, 0), firing: { "10:40": 0 } }));
  });

  describe("alert KarpenterInterruptionsLate", () => {
    const alert = "KarpenterInterruptionsLate";
    const age = (seconds: number) =>
      latencyBuckets("karpenter_interruption_message_latency_time_seconds", "", KARPENTER_BOUNDS, { "10:00": seconds });

    test("fires a minute after warnings are 38 seconds old: 120 less the longest move leave 36", () =>
      replay({ alert, ...WHEN, series: age(38), firing: { "10:00:30": 0, "10:01": 0, "10:02": 1 } }));

    test("stays silent at 35 seconds", () => replay({ alert, ...WHEN, series: age(35), firing: { "10:40": 0 } }));

    test("stays silent without warnings", () =>
      replay({
        alert,
        ...WHEN,
        series: age(38).map(({ series }) => ({ series, counter: { "10:00": 0 } })),
        firing: { "10:40": 0 },
      }));
  });

  describe("alert KarpenterProvisioningSlow", () => {
    const alert = "KarpenterProvisioningSlow";
    const startup = (mean: number, pod: string, perSecond = 1): readonly ReplayedSeries[] => [
      { series: `karpenter_pods_startup_time_seconds_sum{pod="${pod}"}`, counter: { "10:00": mean * perSecond } },
      { series: `karpenter_pods_startup_time_seconds_count{pod="${pod}"}`, counter: { "10:00": perSecond } },
    ];

    test("fires after five minutes at two minutes on average", () =>
      replay({ alert, ...WHEN, series: startup(120, "a"), firing: { "10:05": 0, "10:06": 1 } }));

    // Document 001, section 1.
    test("stays silent at the documented 44 seconds, and at cluster-autoscaler's 118", () =>
      Promise.all(
        [44, 118].map((mean) => replay({ alert, ...WHEN, series: startup(mean, "a"), firing: { "10:40": 0 } })),
      ));

    test("stays silent when a few pods of many are slow", () =>
      replay({
        alert,
        ...WHEN,
        series: [...startup(300, "a", 0.1), ...startup(40, "b", 10)],
        firing: { "10:40": 0 },
      }));

    test("stays silent when no pod is started, by which nothing can be divided", () =>
      replay({ alert, ...WHEN, series: startup(300, "a", 0), firing: { "10:40": 0 } }));
  });

  describe("alert KarpenterTerminationSlow", () => {
    const alert = "KarpenterTerminationSlow";
    const ending = (quantile: string, points: Points): ReplayedSeries => ({
      series: `karpenter_nodes_termination_time_seconds{pod="a",nodepool="default-nodepool",quantile="${quantile}"}`,
      gauge: points,
    });

    test("fires a minute after one of a hundred nodes takes longer than ten minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: [ending("0.5", { "10:00": 162 }), ending("0.99", { "10:00": 162, "10:10": 601 })],
        firing: { "10:10:30": 0, "10:11": 1 },
      }));

    // Document 000, section 1: 4 min 18 s; document 001, section 1: 2 min 42 s.
    test("stays silent at the documented drains, and at ten minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: [ending("0.99", { "10:00": 162, "10:10": 258, "10:20": 600 }), ending("1", { "10:00": 900 })],
        firing: { "10:09": 0, "10:19": 0, "10:40": 0 },
      }));
  });
});
