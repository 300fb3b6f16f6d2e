import { EVERY_TAINT } from "./placement";
import { containerResources } from "./resources";

/**
 * Values of chart prometheus-node-exporter: on every node, whatever its taints. Prometheus finds it by node, not by its Service, whose annotation
 * is turned off: it would be read twice.
 *
 * Source: document 000, section 1 (on all nodes); document 002, section 2 (limit 64 MiB).
 */
export function nodeExporterValues() {
  return {
    service: { annotations: { "prometheus.io/scrape": "false" } },
    tolerations: EVERY_TAINT,
    priorityClassName: "system-node-critical",
    resources: containerResources("20m", "48Mi", "64Mi"),
  };
}
