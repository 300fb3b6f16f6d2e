import type { ManifestCheck } from "./check";
import { prometheusRules, ruleFinding } from "./prometheus-rules";
import { selectors } from "./promql-selectors";

/**
 * Limits that are 0 where there is none.
 *
 * Source: oliver006/redis_exporter (maxmemory of INFO); cAdvisor, container specification; Karpenter 0.37, NodePool limits.
 */
export const ZERO_MEANS_NO_LIMIT: ReadonlySet<string> = new Set([
  "redis_memory_max_bytes",
  "container_spec_memory_limit_bytes",
  "container_spec_cpu_quota",
  "karpenter_nodepool_limit",
]);

/** Judges the metrics of {@link ZERO_MEANS_NO_LIMIT} that stand behind a division sign. */
export const ruleDivisors: ManifestCheck = {
  title: "No rule divides by a limit that may be none",
  severity: "medium",
  why: "Without a limit the quotient is infinite: above every threshold, for good.",
  remediation: "Divide by (metric > 0), which leaves out whatever has no limit.",
  source: "compatibility page, M3; Prometheus 2.51 documentation, Operators (arithmetic follows IEEE 754)",
  link: "https://prometheus.io/docs/prometheus/latest/querying/operators/",
  find: ({ objects }) =>
    prometheusRules(objects).flatMap((rule) => {
      const divisors = selectors(rule.expr)
        .filter(({ metric, before }) => before === "/" && ZERO_MEANS_NO_LIMIT.has(metric))
        .map(({ metric }) => metric);
      return [...new Set(divisors)].map((metric) =>
        ruleFinding(rule, `divides by ${metric}, which is 0 where there is no limit; divide by (${metric} > 0)`),
      );
    }),
};
