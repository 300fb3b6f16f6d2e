import type { ManifestCheck } from "./check";
import { prometheusRules, ruleFinding } from "./prometheus-rules";
import { type Matcher, selectors } from "./promql-selectors";

/**
 * Mount points that every node of the stack has: one volume holds the system, images and kubelet's folder, whoever launches the node.
 *
 * Source: document 001, section 6 (blockDeviceMappings); infra/nodes (launch templates map the root device alone); compatibility page, M6.
 */
export const NODE_MOUNT_POINTS = ["/"] as const;

/** Judges what rules demand of the label mountpoint of node_filesystem_ metrics. */
export const ruleMountpoints: ManifestCheck = {
  title: "A rule about file systems of nodes is about one that nodes have",
  severity: "medium",
  why: "A rule about a mount point that no node has yields nothing, and an alert that never fires looks like a healthy cluster.",
  remediation: `Match a mount point that every node has: ${NODE_MOUNT_POINTS.join(", ")}.`,
  source: "prometheus/node_exporter, collector filesystem (label mountpoint); document 000, section 3",
  link: "https://prometheus.io/docs/guides/node-exporter/",
  find: ({ objects }) =>
    prometheusRules(objects).flatMap((rule) => {
      const unmatched = selectors(rule.expr)
        .filter(({ metric }) => metric.startsWith("node_filesystem_"))
        .flatMap(({ matchers }) => matchers.filter(({ label }) => label === "mountpoint"))
        .filter((matcher) => !NODE_MOUNT_POINTS.some((mount) => matches(matcher, mount)))
        .map(({ operator, value }) => `mountpoint${operator}"${value}"`);
      return [...new Set(unmatched)].map((matcher) =>
        ruleFinding(rule, `${matcher} matches no mount point of a node: ${NODE_MOUNT_POINTS.join(", ")}`),
      );
    }),
};

/** Whether a label's value meets a condition. Regular expressions are anchored. Source: Prometheus 2.51, model/labels/matcher.go. */
function matches({ operator, value }: Matcher, given: string): boolean {
  switch (operator) {
    case "=":
      return given === value;
    case "!=":
      return given !== value;
    case "=~":
      return new RegExp(`^(?:${value})$`).test(given);
    case "!~":
      return !new RegExp(`^(?:${value})$`).test(given);
  }
}
