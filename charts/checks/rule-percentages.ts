import type { ManifestCheck } from "./check";
import { type PlacedRule, prometheusRules, ruleFinding } from "./prometheus-rules";
import { selectors } from "./promql-selectors";

/** What an annotation writes to show the value as a percentage of 1. Source: Prometheus 2.51 documentation, Template reference. */
const AS_PERCENTAGE = /\$value\s*\|\s*humanizePercentage/;

/** Judges alerts that tell their value as a percentage: they divide, or read something recorded that does. */
export const rulePercentages: ManifestCheck = {
  title: "What an alert tells as a percentage is a share of something",
  severity: "medium",
  why: "A number of cores or of bytes is told as a percentage just as well: whoever reads 80 % looks for a limit that was never part of it.",
  remediation: "Divide by what the percentage is of, or write the value with humanize and its unit.",
  source: "compatibility page, M4; Prometheus 2.51 documentation, Template reference (humanizePercentage)",
  link: "https://prometheus.io/docs/prometheus/latest/configuration/template_reference/",
  find: ({ objects }) => {
    const rules = prometheusRules(objects);
    const shares = recordedShares(rules);
    return rules
      .filter(({ fields }) => AS_PERCENTAGE.test(JSON.stringify(fields.annotations ?? {})))
      .filter(({ expr }) => !isShare(expr, shares))
      .map((rule) => ruleFinding(rule, "is told as a percentage and divides by nothing"));
  },
};

/** Names under which quotients are recorded, whatever they are made of. */
function recordedShares(rules: readonly PlacedRule[]): ReadonlySet<string> {
  return new Set(rules.filter(({ fields, expr }) => "record" in fields && divides(expr)).map(({ name }) => name));
}

function isShare(expr: string, shares: ReadonlySet<string>): boolean {
  return divides(expr) || selectors(expr).some(({ metric }) => shares.has(metric));
}

/** Whether there is a division sign outside of what is quoted. */
function divides(expr: string): boolean {
  return expr.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, "").includes("/");
}
