import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Points, type ReplayedSeries, replay, seconds } from "./replay";

const FROM = "05:15";
const WHEN = { from: FROM, until: "05:50" } as const;
const SCOPE = 'otel_scope_name="aws.node.termination.handler"';

/** The handler's word on the documented interruption: it taints the node at 05:31:15, and is gone with it. Source: document 000, section 1. */
const noticed = (node = "ip-10-42-8-141", event = "spot-itn-4f"): ReplayedSeries => ({
  series: `actions_node_total{${SCOPE},pod="nth-${node}",node_action="pre-drain",node_status="success",node_name="${node}",node_event_id="${event}"}`,
  gauge: { "05:31:15": 1, "05:33:30": "gone" },
});

/** Warnings that Karpenter took from its queue: the series begins with the first. */
const queued = (points: Points): ReplayedSeries => ({
  series: 'karpenter_interruption_received_messages{pod="karpenter-a",message_type="SpotInterruptionKind"}',
  gauge: points,
});

const pending = (pod: string, points: Points): ReplayedSeries => ({
  series: `kube_pod_status_phase{namespace="catalog-prod",pod="${pod}",phase="Pending"}`,
  gauge: points,
});

describeWithTools([PROMTOOL], "replays: spot nodes", () => {
  describe("alert SpotPodPending", () => {
    const alert = "SpotPodPending";

    test("fires for a pod that has no place 120 seconds after the interruption", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          noticed(),
          pending("catalog-search-worker-1", { "05:31:30": 1, "05:32:15": 0 }),
          pending("catalog-search-worker-2", { "05:31:30": 1, "05:36": 0 }),
        ],
        firing: { "05:31:30": 0, "05:33": 0, "05:33:30": 1, "05:36": 0 },
        values: [{ at: "05:34", expr: "aws_spot_interruption_total", value: 1 }],
      }));

    test("fires after an interruption of Karpenter's, too, whose counter begins with it", () =>
      replay({
        alert,
        ...WHEN,
        series: [queued({ "05:31:15": 1 }), pending("x", { "05:31:30": 1 })],
        firing: { "05:33": 0, "05:33:30": 1 },
      }));

    // Document 000, section 1: 4 pods, 47 seconds; section 7: 84 at the longest.
    test("stays silent in the documented interruption, and in the longest of the month", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          noticed(),
          ...["a", "b", "c", "d"].map((pod) => pending(pod, { "05:31:30": 1, "05:32:15": 0 })),
          pending("e", { "05:31:30": 1, "05:33": 0 }),
        ],
        firing: { "05:32": 0, "05:33": 0, "05:33:30": 0, "05:35": 0 },
        values: [{ at: "05:35", expr: "aws_spot_interruption_total", value: 1 }],
      }));

    test("stays silent when pods come and go, none of them longer than a minute", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          noticed(),
          ...Array.from({ length: 8 }, (_, minute) =>
            pending(`job-${minute}`, { [`05:3${minute + 1}`]: 1, [`05:3${minute + 1}:59`]: 0 }),
          ),
        ],
        firing: { "05:34": 0, "05:36": 0, "05:38": 0 },
      }));

    test("stays silent without an interruption, and eleven minutes after one", async () => {
      await replay({ alert, ...WHEN, series: [pending("x", { "05:20": 1 })], firing: { "05:30": 0, "05:50": 0 } });
      await replay({ alert, ...WHEN, series: [noticed(), pending("x", { "05:45": 1 })], firing: { "05:49": 0 } });
    });

    test("stays silent about maintenance that the handler announces", () =>
      replay({
        alert,
        ...WHEN,
        series: [noticed("ip-10-42-8-141", "instance-event-1"), pending("x", { "05:31:30": 1 })],
        firing: { "05:40": 0 },
        values: [{ at: "05:40", expr: "aws_spot_interruption_total", value: 0 }],
      }));
  });

  describe("alert SpotReschedulingSlow", () => {
    const alert = "SpotReschedulingSlow";
    /** Pods made at a time and ready so many seconds later, in the engine's seconds. */
    const ready = (made: string, after: readonly number[]): readonly ReplayedSeries[] =>
      after.flatMap((duration, index) => {
        const created = seconds(made) - seconds(FROM);
        const pod = `{namespace="catalog-prod",pod="p${index}"}`;
        return [
          { series: `kube_pod_created${pod}`, gauge: { [made]: created } },
          { series: `kube_pod_status_ready_time${pod}`, gauge: { "05:34": created + duration } },
        ];
      });

    test("fires when pods took 125 seconds", () =>
      replay({
        alert,
        ...WHEN,
        series: [noticed(), ...ready("05:31:30", [125, 125])],
        firing: { "05:33:30": 0, "05:34": 1, "05:45": 0 },
        values: [{ at: "05:34", expr: 'pod_rescheduling_duration_seconds{quantile="0.99"}', value: 125 }],
      }));

    test("stays silent at the documented 47 and 84 seconds, and at 120", () =>
      replay({
        alert,
        ...WHEN,
        series: [noticed(), ...ready("05:31:30", [47, 84, 120])],
        firing: { "05:34": 0, "05:40": 0 },
      }));

    test("stays silent without an interruption", () =>
      replay({ alert, ...WHEN, series: ready("05:31:30", [300]), firing: { "05:40": 0 } }));

    test("stays silent about pods that were made long before", () =>
      replay({ alert, ...WHEN, series: [noticed(), ...ready("05:16", [300])], firing: { "05:34": 0, "05:40": 0 } }));
  });

  describe("alert PodUnschedulable", () => {
    const alert = "PodUnschedulable";
    const without = (points: Points): ReplayedSeries => ({
      series: 'kube_pod_status_unschedulable{namespace="orders-prod",pod="x"}',
      gauge: points,
    });

    test("fires when a pod has found no node for five minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: [without({ "05:20": 1 })],
        firing: { "05:24:30": 0, "05:25": 1 },
        values: [{ at: "05:25", expr: "cluster_autoscaler_unschedulable_pods_count", value: 1 }],
      }));

    // Document 000, section 1: all 14 were scheduled within 84 seconds.
    test("stays silent when a node comes within 84 seconds, and when no pod waits", () =>
      replay({
        alert,
        ...WHEN,
        series: [without({ "05:20": 1, "05:21:24": "gone" })],
        firing: { "05:21": 0, "05:25": 0 },
        values: [{ at: "05:25", expr: "cluster_autoscaler_unschedulable_pods_count", value: 0 }],
      }));
  });

  describe("alert SpotHandlerFailed", () => {
    const alert = "SpotHandlerFailed";
    const actions = (points: Points, status = "error"): ReplayedSeries => ({
      series: `actions_total{${SCOPE},node="ip-10-42-8-141",node_action="cordon-and-drain",node_status="${status}"}`,
      gauge: points,
    });

    test("fires at the first failure, with which the series begins", () =>
      replay({
        alert,
        ...WHEN,
        series: [actions({ "05:31:15": 1, "05:33:30": "gone" })],
        firing: { "05:31": 0, "05:31:30": 1 },
        values: [{ at: "05:32", expr: 'node_termination_handler_actions_total{action="cordon-and-drain"}', value: 1 }],
      }));

    test("fires again when one more fails", () =>
      replay({
        alert,
        ...WHEN,
        series: [actions({ "05:15": 1, "05:40": 2 })],
        firing: { "05:39:30": 0, "05:40": 1, "05:50": 0 },
      }));

    test("stays silent when all succeed, and when the last failure was long ago", async () => {
      await replay({ alert, ...WHEN, series: [actions({ "05:31:15": 1 }, "success")], firing: { "05:40": 0 } });
      await replay({ alert, ...WHEN, series: [actions({ "05:15": 3 })], firing: { "05:30": 0, "05:50": 0 } });
    });
  });

  describe("alert SpotHandlerMissing", () => {
    const alert = "SpotHandlerMissing";
    const unavailable = (daemonset: string, points: Points): ReplayedSeries => ({
      series: `kube_daemonset_status_number_unavailable{namespace="kube-system",daemonset="${daemonset}"}`,
      gauge: points,
    });

    test("fires when a spot node has none for five minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: [unavailable("aws-node-termination-handler", { "05:15": 0, "05:20": 1 })],
        firing: { "05:24:30": 0, "05:25": 1 },
      }));

    test("stays silent while a new node starts its own, and about other DaemonSets", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          unavailable("aws-node-termination-handler", { "05:15": 0, "05:20": 1, "05:21": 0 }),
          unavailable("fluent-bit", { "05:15": 3 }),
        ],
        firing: { "05:25": 0, "05:50": 0 },
      }));
  });
});
