import type { ManifestCheck } from "./check";
import { prometheusRules, ruleFinding } from "./prometheus-rules";
import { type Selector, selectors } from "./promql-selectors";

/** Words after which labels are no longer those of single series. Source: Prometheus 2.51 documentation, Operators (aggregation, vector matching). */
const REGROUPED = /\b(sum|avg|min|max|count|group|quantile|on|ignoring)\b/;

/** Judges quotients of one metric whose upper side has a condition that the lower side lacks, where nothing regroups the series. */
export const ruleShares: ManifestCheck = {
  title: "A share of a metric is a quotient of sums",
  severity: "high",
  why: "Each series is divided by the one of the same labels, and that is itself: the share is always the whole, and one error is 100 %.",
  remediation: "Write sum(...) on both sides, by the labels that the share is told for.",
  source: "compatibility page, M2; Prometheus 2.51 documentation, Operators (one-to-one vector matches)",
  link: "https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching",
  find: ({ objects }) =>
    prometheusRules(objects).flatMap((rule) => {
      if (!rule.expr.includes("/") || REGROUPED.test(rule.expr)) return [];
      const [part, ...others] = selectors(rule.expr);
      const whole = others.find(({ metric }) => metric === part?.metric);
      return part !== undefined && whole !== undefined && isNarrower(part, whole)
        ? [ruleFinding(rule, `divides ${part.metric} by itself, series by series; sum both sides`)]
        : [];
    }),
};

/** Whether a selector has a condition that the other one lacks. */
function isNarrower(part: Selector, whole: Selector): boolean {
  return part.matchers.some(
    ({ label, operator, value }) =>
      !whole.matchers.some((one) => one.label === label && one.operator === operator && one.value === value),
  );
}
