import type { Lab } from "../../charts/lab/lab";
import type { LabJob } from "../../charts/lab/monitoring/discovery";
import { COMPONENTS } from "../../charts/lab/monitoring/names";
import { SHOP } from "../../charts/lab/shop/names";

/** Jobs whose exporters need a cluster: no process of one machine has pods, volumes or an autoscaler to tell of. */
export const CLUSTER_JOBS = [
  "kube-state-metrics",
  "node-exporter",
  "kubelet",
  "cadvisor",
] as const satisfies readonly LabJob[];

/** One of them. */
export type ClusterJob = (typeof CLUSTER_JOBS)[number];

/** Name of the one node of the stated cluster. */
const NODE = "node-0";

/** Use of the backend's processors and memory, as a share of the limits: quiet, so that the alerts on resources stay silent. */
const USED_SHARE = 0.25;

/** Length of the kernel's accounting period, in microseconds: the kubelet's default. Source: Kubernetes 1.29, kubelet configuration (cpuCFSQuotaPeriod). */
const CPU_PERIOD_MICROSECONDS = 100_000;

const GIBIBYTE = 2 ** 30;

/** Time between two restarts of the one container that restarts, in seconds: within any window that a panel looks at. */
const RESTART_SECONDS = 15;

type Labels = Readonly<Record<string, string>>;

/**
 * What the exporters of a small, healthy cluster would say: one node, the lab's own pods, one volume. Stated, not measured, and the only such
 * series of the run: with them the rules and panels about nodes and pods are evaluated by the real Prometheus, and shown to need no more than
 * these metrics and labels; what they measure in a cluster is not shown.
 *
 * Source of names and labels: kubernetes/kube-state-metrics v2.11.0, docs; prometheus/node_exporter 1.9.1; google/cadvisor, docs/storage/prometheus.md;
 * kubernetes v1.29, pkg/kubelet/metrics/collectors/volume_stats.go.
 *
 * @param lab whose pods, limits and autoscaler they tell of
 * @param pods names of the backend's pods
 * @param elapsedSeconds time since the start, by which counters grow
 * @returns for each job the text that Prometheus reads
 */
export function statedSeries(lab: Lab, pods: readonly string[], elapsedSeconds: number): Record<ClusterJob, string> {
  const { shop, labMonitoring } = lab;
  const ofPods = (metric: string, value: number, more: Labels = {}) =>
    pods.map((pod) => line(metric, { namespace: shop.namespace, pod, ...more }, value));
  const container = { container: SHOP.backend };
  const { cpu, memory } = shop.backend.resources.limits;
  const autoscaler = { namespace: shop.namespace, horizontalpodautoscaler: SHOP.backend };
  const volume = { namespace: labMonitoring.namespace, persistentvolumeclaim: `data-${COMPONENTS.prometheus}-0` };
  return {
    "kube-state-metrics": text(
      line("kube_node_status_condition", { node: NODE, condition: "Ready", status: "true" }, 1),
      ...ofPods("kube_pod_status_phase", 1, { phase: "Running" }),
      ...ofPods("kube_pod_status_phase", 0, { phase: "Pending" }),
      ...ofPods("kube_pod_status_phase", 0, { phase: "Failed" }),
      ...ofPods("kube_pod_container_status_restarts_total", Math.floor(elapsedSeconds / RESTART_SECONDS), container),
      line("kube_horizontalpodautoscaler_status_current_replicas", autoscaler, pods.length),
      line("kube_horizontalpodautoscaler_spec_max_replicas", autoscaler, shop.backend.maxReplicas),
    ),
    "node-exporter": text(
      line("node_cpu_seconds_total", { cpu: "0", mode: "idle" }, (1 - USED_SHARE) * elapsedSeconds),
      line("node_cpu_seconds_total", { cpu: "0", mode: "user" }, USED_SHARE * elapsedSeconds),
      line("node_memory_MemTotal_bytes", {}, 8 * GIBIBYTE),
      line("node_memory_MemAvailable_bytes", {}, 6 * GIBIBYTE),
    ),
    kubelet: text(
      line("kubelet_volume_stats_used_bytes", volume, 10 * GIBIBYTE),
      line("kubelet_volume_stats_capacity_bytes", volume, 50 * GIBIBYTE),
    ),
    cadvisor: text(
      ...ofPods("container_cpu_usage_seconds_total", USED_SHARE * cpu.value * elapsedSeconds, container),
      ...ofPods("container_spec_cpu_quota", cpu.value * CPU_PERIOD_MICROSECONDS, container),
      ...ofPods("container_spec_cpu_period", CPU_PERIOD_MICROSECONDS, container),
      ...ofPods("container_memory_working_set_bytes", USED_SHARE * memory.value, container),
      ...ofPods("container_spec_memory_limit_bytes", memory.value, container),
      line("container_fs_usage_bytes", { id: "/" }, 20 * GIBIBYTE),
      line("container_fs_limit_bytes", { id: "/" }, 80 * GIBIBYTE),
    ),
  };
}

/** Names of the stated metrics. */
export function statedMetrics(lab: Lab): ReadonlySet<string> {
  const lines = Object.values(statedSeries(lab, [""], 0)).flatMap((text) => text.trim().split("\n"));
  return new Set(lines.map((one) => one.slice(0, one.indexOf("{"))));
}

/** Labels that discovery adds to the targets of these jobs in a cluster: those of kube-state-metrics' series are their own. */
export function clusterTargetLabels(job: ClusterJob): Labels {
  return job === "kube-state-metrics" ? {} : { node: NODE };
}

function line(metric: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([name, text]) => `${name}="${text}"`);
  return `${metric}{${pairs.join(",")}} ${value}`;
}

function text(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
