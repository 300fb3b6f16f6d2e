import { PHASES } from "../../../config/derived/karpenter-phase";
import type { PlatformWith } from "../../../config/parts";
import { alert, EVALUATION_INTERVAL, type RecordingRule, type RuleFile } from "../rule";

/** The longest that moving the pods of an interrupted node took in 30 days, in seconds. Source: document 000, section 7. */
export const LONGEST_RESCHEDULING_SECONDS = 84;

/** Recorded number of interruptions in the last ten minutes: alerts of the runbook hold only after one. */
const RECENT = "cluster:spot_interruptions:count10m";

const HANDLER = `otel_scope_name="aws.node.termination.handler"`;

/** What the handler does first when a notice comes: a taint. It counts it, by node and event, before the node is gone. */
const NOTICED = `actions_node_total{${HANDLER},node_action="pre-drain",node_event_id=~"spot-itn-.*"}`;

/** Notices that Karpenter took from its queue. */
const QUEUED = `karpenter_interruption_received_messages{message_type="SpotInterruptionKind"}`;

/**
 * Interruptions of spot nodes: those of static pools, which aws-node-termination-handler drains, and those of Karpenter.
 *
 * The runbook's metrics exist under no such name. Recorded here are those that something carries:
 *
 * - `aws_spot_interruption_total`: interruptions of static pools in the last 30 days, as the runbook reports them, and Karpenter's since its start.
 *   It falls when one is 30 days old, and so is to be read, not rated.
 * - `node_termination_handler_actions_total`: the handler's own count, with the action as label.
 * - `pod_rescheduling_duration_seconds`: its 99th percentile alone, of pods made in the last ten minutes: from making to ready.
 * - `cluster_autoscaler_unschedulable_pods_count`: from kube-state-metrics, where cluster-autoscaler doesn't run.
 *
 * Source: document 000, section 7 (SPOT-003); aws-node-termination-handler v1.22.0, pkg/observability/opentelemetry.go; Karpenter 0.37 documentation, Metrics.
 */
export function spotFile(platform: PlatformWith<"alerts" | "karpenter">): RuleFile {
  const target = platform.alerts.reschedulingTarget;
  return {
    name: "spot",
    group: "spot-health-checks",
    interval: EVALUATION_INTERVAL,
    rules: [
      ...recorded(platform),
      alert(platform, {
        alert: "SpotPodPending",
        // By pod: a sum is never zero for long where jobs come and go.
        expr: `kube_pod_status_phase{phase="Pending"} == 1 and on () ${RECENT} > 0`,
        for: target.toString(),
        severity: "critical",
        summary: `{{ $labels.namespace }}/{{ $labels.pod }} has been pending for ${target} after a spot interruption`,
        description: "Look at its events: no room, no node of the right kind, or a volume in another zone.",
        runbook: "SPOT-003",
      }),
      alert(platform, {
        alert: "SpotReschedulingSlow",
        expr: `pod_rescheduling_duration_seconds{quantile="0.99"} > ${target.seconds} and on () ${RECENT} > 0`,
        for: "0s",
        severity: "warning",
        summary: "Pods took {{ $value | humanizeDuration }} to be ready again after a spot interruption",
        description: `The target is ${target}. Look for slow images, and for nodes that had to be launched first.`,
        runbook: "SPOT-003",
      }),
      alert(platform, {
        alert: "PodUnschedulable",
        expr: "kube_pod_status_unschedulable == 1",
        for: "5m",
        severity: "warning",
        summary: "{{ $labels.namespace }}/{{ $labels.pod }} has found no node for five minutes",
        description: "Escalate, as the runbook says: a limit, a taint or a zone keeps every node from taking it.",
        runbook: "SPOT-003",
      }),
      alert(platform, {
        alert: "SpotHandlerFailed",
        // A counter that begins with its first failure has not increased yet.
        expr: `(${FAILED} - ${FAILED} offset 10m) > 0 or (${FAILED} unless ${FAILED} offset 10m)`,
        for: "0s",
        severity: "critical",
        summary: "Termination handler failed at {{ $labels.node_action }} on {{ $labels.node }}",
        description: "Drain the node by hand, as the runbook says: it is gone two minutes after its notice.",
        runbook: "SPOT-003",
      }),
      alert(platform, {
        alert: "SpotHandlerMissing",
        expr: `kube_daemonset_status_number_unavailable{daemonset="aws-node-termination-handler"} > 0`,
        for: "5m",
        severity: "warning",
        summary: "{{ $value }} spot nodes have no termination handler",
        description: "They would go without their pods being moved first.",
        runbook: "SPOT-003",
      }),
    ],
  };
}

const FAILED = `actions_total{${HANDLER},node_status="error"}`;

function recorded({ karpenter }: PlatformWith<"karpenter">): readonly RecordingRule[] {
  const autoscalerRuns = PHASES[karpenter.phase].autoscalerReplicas > 0;
  return [
    { record: RECENT, expr: `(${noticedIn("10m")}) + (${queuedIn("10m")})` },
    { record: "aws_spot_interruption_total", expr: `(${noticedIn("30d")}) + (sum(${QUEUED}) or vector(0))` },
    {
      record: "node_termination_handler_actions_total",
      expr: `label_replace(sum by (node_action, node_status) (actions_total{${HANDLER},node_action!=""}), "action", "$1", "node_action", "(.+)")`,
    },
    {
      record: "pod_rescheduling_duration_seconds",
      expr: "quantile(0.99, (kube_pod_status_ready_time - kube_pod_created) and (time() - kube_pod_created < 600))",
      labels: { quantile: "0.99" },
    },
    ...(autoscalerRuns
      ? []
      : [
          {
            record: "cluster_autoscaler_unschedulable_pods_count",
            expr: "sum(kube_pod_status_unschedulable) or vector(0)",
          },
        ]),
  ];
}

/** Notices to nodes of static pools: events, however often each was tried. The handler goes with its node, so what it said is looked for in the past. */
function noticedIn(window: string): string {
  return `count(count by (node_name, node_event_id) (max_over_time(${NOTICED}[${window}]))) or vector(0)`;
}

/** Notices to nodes of Karpenter. The counter begins with its first notice, and again when the controller does. */
function queuedIn(window: string): string {
  return `clamp_min(sum(${QUEUED}) - (sum(${QUEUED} offset ${window}) or vector(0)), 0) or vector(0)`;
}
