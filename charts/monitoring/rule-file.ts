import { stringify } from "yaml";
import type { Rule, RuleFile } from "./rule";

/** Key of a rule file in the ConfigMap, and its name where the server finds it. */
export function ruleFileKey({ name }: RuleFile): string {
  return `${name}.yaml`;
}

/**
 * A rule file as Prometheus reads it.
 *
 * Source: Prometheus 2.51 documentation, Defining recording rules and Alerting rules.
 */
export function ruleFileText({ group, interval, rules }: RuleFile): string {
  const content = { groups: [{ name: group, interval: interval.toString(), rules: rules.map(ruleBody) }] };
  return stringify(content, { version: "1.1", aliasDuplicateObjects: false, lineWidth: 0 });
}

/** Keys in the order in which the documents write them. */
function ruleBody(rule: Rule): object {
  if ("record" in rule) {
    return { record: rule.record, expr: rule.expr, ...(rule.labels === undefined ? {} : { labels: rule.labels }) };
  }
  const { alert, expr, labels, annotations } = rule;
  return { alert, expr, for: rule.for.toString(), labels, annotations };
}
