import { alertRuleFiles } from "../../../../policies/rules/alerts/alert-rule-files";
import { describeRule } from "../../rule-cases";
import { rewritten, rules } from "./alert-objects";

const AT = 'ConfigMap watch/rules file disks.yaml: data["disks.yaml"]';

describeRule(alertRuleFiles, {
  good: () => ({ objects: [rules()] }),
  holds: [["a number as an expression", rewritten("expr: disk:free < 1", "expr: 1")]],
  breaks: [
    ["a file that is not YAML", rewritten("- name: disks", "- name: [disks"), [`${AT}: is not YAML`]],
    ["groups that are a mapping", rewritten("- name: disks", "  name: disks"), [`${AT}: groups is not a list`]],
    ["a group without a name", rewritten("- name: disks", "- interval: 1m"), [`${AT}: groups[0] has no name`]],
    [
      "a group of a name that another has",
      rewritten(/$/, "  - name: disks\n    rules: []\n"),
      [`${AT}: group disks is there twice`],
    ],
    [
      "a rule that is neither alert nor record",
      rewritten("record: disk:free", "recorded: disk:free"),
      [`${AT}: groups[0].rules[0] has to be an alert or a record, one of both`],
    ],
    [
      "a rule that is both",
      rewritten("record: disk:free", "record: disk:free\n        alert: Free"),
      [`${AT}: groups[0].rules[0] has to be an alert or a record, one of both`],
    ],
    [
      "an alert without an expression",
      rewritten("expr: disk:free < 1", 'expr: ""'),
      [`${AT}: DiskFull has no expression`],
    ],
  ],
  ignores: [["files that hold no rules", rewritten(/^groups:/, "jobs:")]],
});
