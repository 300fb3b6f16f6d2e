import type { PlatformWith } from "../../../config/parts";
import { alert, EVALUATION_INTERVAL, type RuleFile } from "../rule";
import { LONGEST_RESCHEDULING_SECONDS } from "./spot";

/** Share of a pool's limit above which it is reported: beyond the limit pods stay pending. */
export const POOL_LIMIT_SHARE = 0.9;

/** What cluster-autoscaler took on average, in seconds: slower than that, the migration has been for nothing. Source: document 001, section 1. */
export const FORMER_PROVISIONING_SECONDS = 118;

/** Longer than the longest documented drain, 4 min 18 s, and than two of the longest one after the other. Source: document 000, section 1. */
export const TERMINATION_SECONDS = 600;

/**
 * Karpenter's controller, the room that its pools have left, and how fast nodes come and go. Only the leader reports on pools: the largest value is the
 * one that holds, whichever replica it comes from.
 *
 * Source: document 001, sections 1 and 10; sigs.k8s.io/karpenter v0.37.0, pkg/controllers/metrics and pkg/controllers/node/termination/metrics.go;
 * Karpenter 0.37 documentation, Metrics.
 */
export function karpenterFile(platform: PlatformWith<"alerts" | "karpenter">): RuleFile {
  const { replicas } = platform.karpenter;
  const budget = platform.alerts.reschedulingTarget.seconds - LONGEST_RESCHEDULING_SECONDS;
  return {
    name: "karpenter",
    group: "karpenter-health-checks",
    interval: EVALUATION_INTERVAL,
    rules: [
      alert(platform, {
        alert: "KarpenterReplicaDown",
        expr: `(count(karpenter_build_info) or vector(0)) < ${replicas}`,
        for: "5m",
        severity: "warning",
        summary: `{{ $value }} of ${replicas} replicas of Karpenter are up`,
        description: "With none, no node is launched and no interruption is handled.",
        runbook: "karpenter",
      }),
      alert(platform, {
        alert: "KarpenterNodePoolNearLimit",
        // A pool whose limit is 0 is switched off, not full.
        expr:
          "max by (nodepool, resource_type) (karpenter_nodepool_usage)" +
          ` / (max by (nodepool, resource_type) (karpenter_nodepool_limit) > 0) > ${POOL_LIMIT_SHARE}`,
        for: "10m",
        severity: "warning",
        summary:
          "NodePool {{ $labels.nodepool }} uses {{ $value | humanizePercentage }} of its limit on {{ $labels.resource_type }}",
        description: "At the limit pods stay pending. Raise it in the stack file, or find out what grows.",
        runbook: "karpenter",
      }),
      alert(platform, {
        alert: "KarpenterInterruptionsLate",
        expr: `histogram_quantile(0.99, sum by (le) (rate(karpenter_interruption_message_latency_time_seconds_bucket[5m]))) > ${budget}`,
        for: "1m",
        severity: "critical",
        summary: "Warnings of interruptions are {{ $value | humanizeDuration }} old when Karpenter handles them",
        description: `A spot node is gone 120 seconds after its warning, and moving its pods has taken up to ${LONGEST_RESCHEDULING_SECONDS}. Look at the controller and its queue.`,
        runbook: "SPOT-003",
      }),
      alert(platform, {
        alert: "KarpenterProvisioningSlow",
        expr:
          "sum(rate(karpenter_pods_startup_time_seconds_sum[15m])) / sum(rate(karpenter_pods_startup_time_seconds_count[15m]))" +
          ` > ${FORMER_PROVISIONING_SECONDS}`,
        for: "5m",
        severity: "warning",
        summary: "Pods take {{ $value | humanizeDuration }} to be ready, on average",
        description:
          "New nodes took 43 seconds after the migration. Look for instance types that are sold out, and for slow images.",
        runbook: "karpenter",
      }),
      alert(platform, {
        alert: "KarpenterTerminationSlow",
        expr: `max by (nodepool) (karpenter_nodes_termination_time_seconds{quantile="0.99"}) > ${TERMINATION_SECONDS}`,
        for: "1m",
        severity: "warning",
        summary: "Nodes of {{ $labels.nodepool }} take {{ $value | humanizeDuration }} to end",
        description: "A disruption budget that never lets go, or a finalizer, holds the drain up.",
        runbook: "karpenter",
      }),
    ],
  };
}
