import type { Platform } from "../../../config/platform";
import { alertThreshold } from "../alert-threshold";
import { KUBELET_OR_ROOT_MOUNT } from "../rules/node-disk";
import type { DashboardDesign } from "./design";

const NODE = "{{node}} ({{pool}})";

/**
 * Disks of the nodes: where the alert NodeDiskPressure sends its reader.
 *
 * Source: document 000, section 3 (dashboard_url https://grafana.vantage.internal/d/node-disk/node-disk-usage, inodes, image garbage collection).
 */
export function nodeDiskDashboard(platform: Platform): DashboardDesign {
  const { imageGc, evictionHard } = platform.kubelet;
  const alert = 100 - alertThreshold(platform, "NodeDiskPressure");
  const eviction = 100 - Number.parseInt(`${evictionHard["nodefs.available"]}`, 10);
  const free = `node_filesystem_avail_bytes{${KUBELET_OR_ROOT_MOUNT}}`;
  const size = `node_filesystem_size_bytes{${KUBELET_OR_ROOT_MOUNT}}`;
  const inodes = (what: string) => `node_filesystem_files${what}{${KUBELET_OR_ROOT_MOUNT}}`;
  return {
    uid: "node-disk",
    title: "Node disk usage",
    description: "Disks of the nodes, by node: how full they are, what fills them, and when they would be full.",
    tags: ["cluster", "disk"],
    from: "now-24h",
    refresh: "30s",
    events: [
      { name: "Disk alert", tags: ["alert", "disk", "warning"], color: "yellow" },
      { name: "Alert resolved", tags: ["alert", "resolved"], color: "green" },
    ],
    rows: [
      {
        title: "Disks",
        panels: [
          {
            kind: "lines",
            title: "Disk used, by node",
            description: `NodeDiskPressure fires at ${alert} %. The kubelet deletes images from ${imageGc.highThresholdPercent} % down to ${imageGc.lowThresholdPercent} %, and evicts pods at ${eviction} %.`,
            unit: "percent",
            max: 100,
            levels: [
              { from: alert, color: "yellow" },
              { from: eviction, color: "red" },
            ],
            series: [{ expr: `100 * (1 - ${free} / ${size})`, legend: NODE }],
            width: 24,
          },
          {
            kind: "lines",
            title: "Space left in a day",
            description: "Free space 24 hours on, if it goes on as in the last six. Nodes below 0 would be full.",
            unit: "bytes",
            signed: true,
            series: [{ expr: `predict_linear(${free}[6h], 86400)`, legend: NODE }],
            width: 12,
          },
          {
            kind: "lines",
            title: "Inodes used, by node",
            description:
              "Many small files fill a disk without filling its space. Documented on the affected node: 4.2 %.",
            unit: "percent",
            max: 100,
            series: [{ expr: `100 * (1 - ${inodes("_free")} / ${inodes("")})`, legend: NODE }],
            width: 12,
          },
        ],
      },
    ],
  };
}
