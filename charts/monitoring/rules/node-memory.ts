import type { PlatformWith } from "../../../config/parts";
import { Duration } from "../../../config/units/duration";
import { type RuleFile, runbookUrl } from "../rule";
import { NODE_GROUP } from "./node-disk";

/**
 * Less than 8 % of a node's memory is available: the kernel is about to kill something. Evaluated as often as nodes are scraped.
 *
 * The documented Grafana rule; its annotations are not documented.
 *
 * Source: document 002, section 2.
 */
export function nodeMemoryFile(platform: PlatformWith<"alerts">): RuleFile {
  return {
    name: "node-memory-pressure",
    group: NODE_GROUP,
    interval: Duration.parse("15s"),
    rules: [
      {
        alert: "HighMemoryPressure",
        expr: "(node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) * 100 < 8\n",
        for: Duration.parse("1m"),
        labels: { severity: "critical", team: platform.platform.team, escalation: "immediate" },
        annotations: {
          summary: "Node {{ $labels.instance }} has less than 8% of its memory available",
          runbook_url: runbookUrl(platform, "memory-pressure"),
          grafana_uid: "grafana-alert-mem-9c4d3e",
        },
      },
    ],
  };
}
