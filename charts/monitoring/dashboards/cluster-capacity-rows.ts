import type { DashboardDesign, PanelDesign } from "./design";

type Row = DashboardDesign["rows"][number];

/** Cores that something runs on: not idle, waiting for a disk, or taken by the host. */
const USED_CORES = 'rate(node_cpu_seconds_total{mode!~"idle|iowait|steal"}[$__rate_interval])';

const USED_MEMORY = "node_memory_MemTotal_bytes - node_memory_MemAvailable_bytes";

/** The numbers that the documented health snapshot begins with. Source: document 000, section 1 (Cluster health metrics). */
export function capacityRow(): Row {
  const ready = 'sum(kube_node_status_condition{condition="Ready",status="true"})';
  return {
    title: "Now",
    panels: [
      number("Nodes ready", ready, "Nodes whose kubelet says that they can take pods."),
      {
        ...number(
          "Nodes not ready",
          `count(kube_node_info) - ${ready}`,
          "Nodes that take no pods, or from which nothing is heard.",
        ),
        levels: [{ from: 1, color: "red" }],
      },
      number("Pods running", phase("Running"), "Pods with at least one container that runs."),
      {
        ...number(
          "Pods pending",
          phase("Pending"),
          "Pods without a node, or whose images are on their way. Back to 0 soon after a spot interruption: SPOT-003 has the target.",
        ),
        levels: [{ from: 1, color: "yellow" }],
      },
      {
        ...number("Pods failed", phase("Failed"), "Pods that ended with an error and are still there to be looked at."),
        levels: [{ from: 1, color: "yellow" }],
      },
      number(
        "Nodes cordoned",
        "sum(kube_node_spec_unschedulable)",
        "Nodes that somebody, or a drain, keeps new pods off.",
      ),
    ],
  };
}

/** What the nodes have, what pods reserve and may use, and what is used. Source: document 000, section 4 (CPU). */
export function computeRow(): Row {
  return {
    title: "CPU",
    panels: [
      {
        kind: "lines",
        title: "CPU of the cluster",
        description:
          "Documented at 312 vCPU: 72.0 % requested, 68.0 % used, limits at 130.8 %. Limits above the capacity are normal; requests near it mean that new pods need new nodes.",
        unit: "cores",
        series: amounts("cpu", `sum(${USED_CORES})`),
        width: 16,
      },
      consumers(
        "Top consumers of CPU",
        "cores",
        `rate(container_cpu_usage_seconds_total{container!=""}[$__rate_interval])`,
      ),
    ],
  };
}

/** The same for memory. Source: document 000, section 4 (Memory). */
export function memoryRow(): Row {
  return {
    title: "Memory",
    panels: [
      {
        kind: "lines",
        title: "Memory of the cluster",
        description:
          "Documented at 1.18 TiB: 67.3 % requested, 54.1 % used, limits at 86.0 %. Use near the requests of a pool means that its pods ask for too little.",
        unit: "bytes",
        series: amounts("memory", `sum(${USED_MEMORY})`),
        width: 16,
      },
      consumers("Top consumers of memory", "bytes", `container_memory_working_set_bytes{container!=""}`),
    ],
  };
}

function amounts(resource: "cpu" | "memory", used: string) {
  // Pods that ended keep their requests until they are deleted.
  const running = `and on (namespace, pod) (kube_pod_status_phase{phase="Running"} == 1)`;
  // Native sidecars are init containers that go on, and keep what they ask for; other init containers have ended.
  const asked = (what: string) =>
    `sum(kube_pod_container_resource_${what}{resource="${resource}"} ${running})` +
    ` + (sum(kube_pod_init_container_resource_${what}{container="istio-proxy",resource="${resource}"} ${running}) or vector(0))`;
  return [
    { expr: `sum(kube_node_status_capacity{resource="${resource}"})`, legend: "capacity", dashed: true },
    { expr: `sum(kube_node_status_allocatable{resource="${resource}"})`, legend: "allocatable", dashed: true },
    { expr: asked("limits"), legend: "limits" },
    { expr: asked("requests"), legend: "requests" },
    { expr: used, legend: "used" },
  ];
}

function consumers(title: string, unit: PanelDesign["unit"], usage: string): PanelDesign {
  return {
    kind: "bars",
    title,
    description:
      "The eight containers that use most, all their pods together. The documents list eight services for CPU and seven for memory.",
    unit,
    series: [{ expr: `topk(8, sum by (namespace, container) (${usage}))`, legend: "{{namespace}}/{{container}}" }],
  };
}

function phase(name: string): string {
  return `sum(kube_pod_status_phase{phase="${name}"})`;
}

function number(title: string, expr: string, description: string): PanelDesign {
  return { kind: "number", title, description, unit: "count", series: [{ expr, legend: title }] };
}
