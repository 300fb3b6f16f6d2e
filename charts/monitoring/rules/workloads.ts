import type { Platform } from "../../../config/platform";
import { alert, EVALUATION_INTERVAL, type RuleFile } from "../rule";

/**
 * Pods of any workload: volumes that fill up, containers that the kernel killed.
 *
 * Source: document 000, section 4 (volumes, 85 %); document 002, sections 2 and 12 (OOMKilled).
 */
export function workloadsFile(platform: Platform): RuleFile {
  const { volumeUsagePercent } = platform.alerts;
  return {
    name: "workloads",
    group: "workload-health-checks",
    interval: EVALUATION_INTERVAL,
    rules: [
      alert(platform, {
        alert: "PersistentVolumeFilling",
        expr: `100 * kubelet_volume_stats_used_bytes / (kubelet_volume_stats_capacity_bytes > 0) > ${volumeUsagePercent}`,
        for: "5m",
        severity: "warning",
        summary: "Volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is {{ $value | humanize }}% full",
        description: "Enlarge the claim: gp3 volumes grow in place. Volumes on a node's own disks don't.",
        runbook: "disk-pressure",
      }),
      alert(platform, {
        alert: "ContainerOomKilled",
        expr:
          `kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1` +
          " and on (namespace, pod, container) increase(kube_pod_container_status_restarts_total[10m]) > 0",
        for: "0s",
        severity: "critical",
        summary: "{{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} was killed for its memory",
        description:
          "It has reached its limit, and starts again from the beginning. Compare the limit with what the run needs.",
        runbook: "ANALYTICS-001",
      }),
    ],
  };
}
