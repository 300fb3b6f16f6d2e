import type { PlatformWith } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { alertThreshold } from "../alert-threshold";
import { KUBELET_OR_ROOT_MOUNT } from "../rules/node-disk";
import type { DashboardDesign } from "./design";

type Row = DashboardDesign["rows"][number];

const POOL = "{{pool}}";
const NODE = "{{node}} ({{pool}})";

/** Memory and disk of every node with the levels at which alerts fire, and the pools. Source: document 000, section 8; document 002, section 2. */
export function nodesRow(platform: Platform): Row {
  const memory = 100 - alertThreshold(platform, "HighMemoryPressure");
  const disk = 100 - alertThreshold(platform, "NodeDiskPressure");
  return {
    title: "Nodes",
    panels: [
      {
        kind: "lines",
        title: "Nodes by pool",
        description:
          "Nodes that node-exporter answers from. Pools of Karpenter carry the label of the pool that they replace.",
        unit: "count",
        series: [{ expr: 'count by (pool) (up{job="node-exporter"} == 1)', legend: POOL }],
      },
      {
        kind: "lines",
        title: "Memory used, by node",
        description: `The ten fullest nodes. HighMemoryPressure fires at ${memory} %: the kernel is about to kill something.`,
        unit: "percent",
        max: 100,
        levels: [{ from: memory, color: "red" }],
        series: [
          { expr: "topk(10, 100 * (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes))", legend: NODE },
        ],
      },
      {
        kind: "lines",
        title: "Disk used, by node",
        description: `The ten fullest nodes. NodeDiskPressure fires at ${disk} %, where the kubelet begins to delete images. More: dashboard Node disk usage.`,
        unit: "percent",
        max: 100,
        levels: [{ from: disk, color: "yellow" }],
        series: [
          {
            expr: `topk(10, 100 * (1 - node_filesystem_avail_bytes{${KUBELET_OR_ROOT_MOUNT}} / node_filesystem_size_bytes{${KUBELET_OR_ROOT_MOUNT}}))`,
            legend: NODE,
          },
        ],
      },
    ],
  };
}

/** Pods by phase, restarts, and how far autoscalers are from their end. Source: document 000, section 1 (HorizontalPodAutoscalers). */
export function podsRow(): Row {
  return {
    title: "Pods",
    panels: [
      {
        kind: "lines",
        title: "Pods by phase",
        description: "Documented: 487 running, none pending, 2 failed, 14 succeeded.",
        unit: "count",
        series: [{ expr: "sum by (phase) (kube_pod_status_phase)", legend: "{{phase}}" }],
      },
      {
        kind: "lines",
        title: "Containers restarted in an hour",
        description:
          "The ten pods whose containers start again most often. A container that is killed for its memory is told by the alert ContainerOomKilled.",
        unit: "count",
        series: [
          {
            expr: "topk(10, sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[1h])) > 0)",
            legend: "{{namespace}}/{{pod}}",
          },
        ],
      },
      {
        kind: "lines",
        title: "Autoscalers: share of their most pods",
        description:
          "At 100 % an autoscaler has nothing left to add. Documented: checkout-service 16 of 24, catalog-search 12 of 20.",
        unit: "percent",
        max: 100,
        levels: [{ from: 100, color: "red" }],
        series: [
          {
            expr: "100 * kube_horizontalpodautoscaler_status_current_replicas / kube_horizontalpodautoscaler_spec_max_replicas",
            legend: "{{namespace}}/{{horizontalpodautoscaler}}",
          },
        ],
      },
    ],
  };
}

/** What SPOT-003 says to watch after an interruption. Source: document 000, section 7 (Metrics to monitor). */
export function spotRow(platform: PlatformWith<"alerts">): Row {
  const target = platform.alerts.reschedulingTarget.seconds;
  return {
    title: "Spot and provisioning",
    panels: [
      {
        kind: "lines",
        title: "Spot interruptions",
        description:
          "Interruptions of static pools in the last 30 days and Karpenter's since its start. Documented: 7 in 30 days.",
        unit: "count",
        series: [{ expr: "aws_spot_interruption_total", legend: "interruptions" }],
      },
      {
        kind: "lines",
        title: "Pods ready again after",
        description: `99th percentile of pods made in the last ten minutes, from making to ready. The target is ${target} s; documented are 38 s on average and 84 s at most.`,
        unit: "seconds",
        levels: [{ from: target, color: "red" }],
        series: [{ expr: `pod_rescheduling_duration_seconds{quantile="0.99"}`, legend: "p99" }],
      },
      {
        kind: "lines",
        title: "Pods without a node",
        description:
          "Pods that the scheduler finds no place for, and pods pending for any reason. Both go back to 0 soon after an interruption.",
        unit: "count",
        series: [
          { expr: "cluster_autoscaler_unschedulable_pods_count", legend: "unschedulable" },
          { expr: 'sum(kube_pod_status_phase{phase="Pending"})', legend: "pending" },
        ],
      },
    ],
  };
}
