import { parse } from "yaml";
import { listAt, textAt } from "../../../charts/checks/object-readers";
import { type RuleText, ruleTexts } from "../../../charts/checks/prometheus-rules";
import { referenceOf, referenceText, valueAt } from "../../../charts/kube-object";
import { partRule } from "../../part-rule";
import { problem } from "../../rule";

/** Prometheus can read every rule file that a ConfigMap holds. */
export const alertRuleFiles = partRule<RuleText>(
  {
    id: "alert-rule-files",
    title: "Every rule file is YAML with groups of named rules, each with an expression",
    severity: "high",
    enforcement: "mandatory",
    why: "Prometheus refuses its whole configuration for one file that it can't read, and goes on with the last, or doesn't start.",
    remediation: "Mend the file; promtool check rules says where.",
    link: "https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/",
  },
  {
    appliesTo: ["rule files in ConfigMaps"],
    parts: ({ objects }) => ruleTexts(objects),
    subject: ({ object, key }) => `${referenceText(referenceOf(object))} file ${key}`,
    check: ({ key, text }) => wrongIn(text).map((message) => problem(["data", key], message)),
  },
);

function wrongIn(text: string): readonly string[] {
  const file = parsed(text);
  if (file === undefined) return ["is not YAML"];
  const groups = valueAt(file, ["groups"]);
  if (!Array.isArray(groups)) return ["groups is not a list"];
  const names = groups.map((group) => textAt(group, ["name"]));
  return [
    ...names.flatMap((name, index) => {
      if (name === "") return [`groups[${index}] has no name`];
      return names.indexOf(name) === index ? [] : [`group ${name} is there twice`];
    }),
    ...groups.flatMap((group, index) =>
      listAt(group, ["rules"]).flatMap((rule, at) => wrongWith(rule, `groups[${index}].rules[${at}]`)),
    ),
  ];
}

function wrongWith(rule: unknown, at: string): readonly string[] {
  const [alert, record] = [textAt(rule, ["alert"]), textAt(rule, ["record"])];
  if ((alert === "") === (record === "")) return [`${at} has to be an alert or a record, one of both`];
  return String(valueAt(rule, ["expr"]) ?? "").trim() === "" ? [`${alert || record} has no expression`] : [];
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
