import { type PlacedRule, prometheusRules } from "../../charts/checks/prometheus-rules";
import { referenceText } from "../../charts/kube-object";
import type { Parts } from "../part-rule";

/** The alerts of every rule file that a ConfigMap holds, each judged by itself. */
export const ALERTS: Parts<PlacedRule> = {
  appliesTo: ["alerts in rule files of ConfigMaps"],
  parts: ({ objects }) => prometheusRules(objects).filter(({ fields }) => fields.alert !== undefined),
  subject: ({ object, name }) => `${referenceText(object)} alert ${name}`,
};
