import type { DashboardDesign, Level, PanelDesign } from "../../../monitoring/dashboards/design";
import type { Lab } from "../../lab";
import { SHOP } from "../../shop/names";
import { MEMORY_SHARE } from "../rules/expressions";

/** Use of a node's processors, in percent: 70 on average is where capacity is planned, 80 is too much. Source: document 003, section 1 (Performance Review, Infrastructure Health Check). */
const NODE_CPU_LEVELS: readonly Level[] = [
  { from: 70, color: "yellow" },
  { from: 80, color: "red" },
];

/** Use of a node's memory, in percent. Source: document 003, section 1 (Infrastructure Health Check: below 85 %). */
const NODE_MEMORY_LEVELS: readonly Level[] = [{ from: 85, color: "red" }];

/** A number that ought to be 0. Source: document 003, section 1 (Infrastructure Health Check: no failed pods, all nodes ready). */
const NONE_EXPECTED: readonly Level[] = [{ from: 1, color: "red" }];

/** The cluster, for the weekly review. Source: document 003, section 1 (Infrastructure Health Check, Performance Review). */
export function kubernetesOverviewDashboard(lab: Lab): DashboardDesign {
  return {
    uid: "kubernetes-overview",
    title: "Kubernetes Overview",
    description: "Nodes, pods and storage of the cluster; the last seven days, as the weekly review looks at them.",
    tags: ["kubernetes"],
    from: "now-7d",
    refresh: "1m",
    events: [],
    rows: [
      { title: "State", panels: statePanels() },
      { title: "Nodes", panels: nodePanels() },
      { title: "Pods", panels: podPanels(lab) },
      { title: "Storage", panels: storagePanels() },
    ],
  };
}

function statePanels(): readonly PanelDesign[] {
  const number = { kind: "number", unit: "count", width: 6 } as const;
  return [
    {
      ...number,
      title: "Nodes not ready",
      description: "Expected: none.",
      levels: NONE_EXPECTED,
      series: [
        { expr: 'count(kube_node_status_condition{condition="Ready",status="true"} == 0) or vector(0)', legend: "" },
      ],
    },
    {
      ...number,
      title: "Failed pods",
      description: "Expected: none.",
      levels: NONE_EXPECTED,
      series: [{ expr: 'sum(kube_pod_status_phase{phase="Failed"}) or vector(0)', legend: "" }],
    },
    {
      ...number,
      title: "Pods that wait",
      description: "Pods that no node has room for, or whose images don't come. For a moment each pod is one.",
      series: [{ expr: 'sum(kube_pod_status_phase{phase="Pending"}) or vector(0)', legend: "" }],
    },
    {
      ...number,
      title: "Targets down",
      description: "What Prometheus can't read. Expected: none.",
      levels: NONE_EXPECTED,
      series: [{ expr: "count(up == 0) or vector(0)", legend: "" }],
    },
  ];
}

function nodePanels(): readonly PanelDesign[] {
  return [
    {
      kind: "lines",
      title: "CPU by node",
      description:
        "Expected below 80 %, below 70 % on average. Steps up and no way down again are a change to look for.",
      unit: "percent",
      max: 100,
      levels: NODE_CPU_LEVELS,
      series: [
        {
          expr: '100 * (1 - avg by (node) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval])))',
          legend: "{{node}}",
        },
      ],
    },
    {
      kind: "lines",
      title: "Memory by node",
      description: "Expected below 85 %. A slow rise that no restart explains is a leak.",
      unit: "percent",
      max: 100,
      levels: NODE_MEMORY_LEVELS,
      series: [{ expr: "100 * (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)", legend: "{{node}}" }],
    },
    {
      kind: "lines",
      title: "Disk by node",
      description: "The root file system, as the kubelet sees it.",
      unit: "percent",
      max: 100,
      series: [
        {
          expr: '100 * max by (node) (container_fs_usage_bytes{id="/"} / (container_fs_limit_bytes{id="/"} > 0))',
          legend: "{{node}}",
        },
      ],
    },
  ];
}

function podPanels({ shop }: Lab): readonly PanelDesign[] {
  const memory = Number((100 * MEMORY_SHARE).toPrecision(3));
  const target = `namespace="${shop.namespace}",horizontalpodautoscaler="${SHOP.backend}"`;
  return [
    {
      kind: "lines",
      title: "Restarts",
      description: "Restarts of containers in an hour. Expected: hardly any.",
      unit: "count",
      series: [
        {
          expr: "sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[1h])) > 0",
          legend: "{{namespace}}/{{pod}}",
        },
      ],
    },
    {
      kind: "lines",
      title: "Memory of containers",
      description: `Of their limits, the ten that are nearest. HighMemoryUsage fires at ${memory} %.`,
      unit: "percent",
      levels: [{ from: memory, color: "red" }],
      series: [
        {
          expr: 'topk(10, 100 * container_memory_working_set_bytes{container!=""} / (container_spec_memory_limit_bytes{container!=""} > 0))',
          legend: "{{namespace}}/{{pod}} {{container}}",
        },
      ],
    },
    {
      kind: "lines",
      title: "Pods of the backend",
      description: "What the autoscaler runs, and the most that it may.",
      unit: "count",
      series: [
        { expr: `kube_horizontalpodautoscaler_status_current_replicas{${target}}`, legend: "pods" },
        { expr: `kube_horizontalpodautoscaler_spec_max_replicas{${target}}`, legend: "at most", dashed: true },
      ],
    },
  ];
}

function storagePanels(): readonly PanelDesign[] {
  return [
    {
      kind: "bars",
      title: "Volumes",
      description: "Use of each volume.",
      unit: "percent",
      max: 100,
      series: [
        {
          expr: "100 * max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_used_bytes / kubelet_volume_stats_capacity_bytes)",
          legend: "{{namespace}}/{{persistentvolumeclaim}}",
        },
      ],
    },
  ];
}
