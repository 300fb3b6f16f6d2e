import type { PlatformWith } from "../../../config/parts";
import { Duration } from "../../../config/units/duration";
import { EVALUATION_INTERVAL, type RuleFile, runbookUrl } from "../rule";

/** Group of the alerts about nodes. Source: document 000, section 3; document 002, section 2. */
export const NODE_GROUP = "node-health-checks";

/** The documented matcher: kubelet's folder as a mount point of its own. */
export const KUBELET_MOUNT = `mountpoint="/var/lib/kubelet"`;

/** The deployed matcher: kubelet's folder wherever it lies. Source: compatibility page, M6. */
export const KUBELET_OR_ROOT_MOUNT = `mountpoint=~"/|/var/lib/kubelet"`;

/**
 * Less than 15 % of a node's disk is left: kubelet begins to delete images at 85 % of use, and to evict pods at 10 % left.
 *
 * The documented Grafana rule, with its identity in Grafana as an annotation.
 *
 * Source: document 000, section 3.
 */
export function nodeDiskFile(platform: PlatformWith<"alerts">, mount = KUBELET_MOUNT): RuleFile {
  const { platform: owner, alerts } = platform;
  return {
    name: "node-disk-pressure",
    group: NODE_GROUP,
    interval: EVALUATION_INTERVAL,
    rules: [
      {
        alert: "NodeDiskPressure",
        expr: `(node_filesystem_avail_bytes{${mount}} /\n node_filesystem_size_bytes{${mount}}) * 100 < 15\n`,
        for: Duration.parse("2m"),
        labels: { severity: "warning", team: owner.team, category: "disk" },
        annotations: {
          summary: "Node {{ $labels.instance }} disk usage on /var/lib/kubelet above 85%",
          runbook_url: runbookUrl(platform, "disk-pressure"),
          dashboard_url: `${alerts.dashboards}/d/node-disk/node-disk-usage`,
          grafana_uid: "grafana-alert-disk-4f8a2c",
        },
      },
    ],
  };
}
