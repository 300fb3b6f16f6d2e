import type { PlatformWith } from "../../../config/parts";
import { has } from "../../../config/parts";
import { alert, EVALUATION_INTERVAL, type RuleFile } from "../rule";

/** How long a container that was killed is reported. */
const KILLED_WINDOW = "10m";

/** How far back, beyond that, a kill is known: longer than kube-state-metrics ever is away, after which all that lies around would look new. */
const KNOWN_WINDOW = "1h";

/**
 * Containers that the kernel killed for their memory in the last ten minutes: those that started again in their place, and those that can't, because
 * their pod ends with them (`restartPolicy: Never`: no restart is counted, and no last state is kept). A pod that failed stays until its Job is removed.
 *
 * kube-state-metrics' own address is left out: with it, an alert would be another one when that moves.
 *
 * Source: kube-state-metrics v2.11.0, internal/store/pod.go (State and LastTerminationState of containers).
 */
function oomKilled(): string {
  const container = "(namespace, pod, container)";
  const ended = 'kube_pod_container_status_terminated_reason{reason="OOMKilled"}';
  return (
    `max by ${container} (kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1` +
    ` and on ${container} (increase(kube_pod_container_status_restarts_total[${KILLED_WINDOW}]) > 0))` +
    ` or max by ${container} (${ended} == 1` +
    ` unless on ${container} (last_over_time(${ended}[${KNOWN_WINDOW}] offset ${KILLED_WINDOW}) == 1))`
  );
}

/**
 * Pods of any workload: volumes that fill up, containers that the kernel killed.
 *
 * Source: document 000, section 4 (volumes, 85 %); document 002, sections 2 and 12 (OOMKilled).
 */
export function workloadsFile(platform: PlatformWith<"alerts">): RuleFile {
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
        expr: oomKilled(),
        for: "0s",
        severity: "critical",
        summary: "{{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} was killed for its memory",
        description:
          "It has reached its limit, and what starts again starts from the beginning. Compare the limit with what the run needs.",
        // The documented case, where there are such runs.
        runbook: has(platform, "workloads") ? "ANALYTICS-001" : "memory-pressure",
      }),
    ],
  };
}
