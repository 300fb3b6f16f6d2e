import type { Lab } from "../../charts/lab/lab";
import { labPrometheusConfig } from "../../charts/lab/monitoring/prometheus-config";
import { labRuleGroups } from "../../charts/lab/monitoring/rules/rule-groups";

/**
 * Labels that a notice of an alert has to have: its name, those of its rule, and those by which this Prometheus is told from others. What the series add
 * comes on top.
 *
 * @throws {Error} when there is no alert of that name
 */
export function expectedLabels(lab: Lab, alertname: string): Readonly<Record<string, string>> {
  const rules = labRuleGroups(lab).flatMap((group) => group.rules);
  const rule = rules.find((one) => "alert" in one && one.alert === alertname);
  if (rule === undefined) throw new Error(`The lab has no alert ${alertname}.`);
  const { external_labels } = labPrometheusConfig(lab, { kind: "kubernetes" }).global;
  return { alertname, ...rule.labels, ...external_labels };
}
