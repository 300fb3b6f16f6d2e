import { alertSeverity } from "../../../../policies/rules/alerts/alert-severity";
import { describeRule } from "../../rule-cases";
import { ALERT, rewritten, rules } from "./alert-objects";

const ALLOWED = "critical or warning, or none for what always fires";

describeRule(alertSeverity, {
  good: () => ({ objects: [rules()] }),
  holds: [
    ["an alert that pages", rewritten("severity: warning", "severity: critical")],
    [
      "one that always fires and tells nobody",
      (things) => {
        rewritten("severity: warning", "severity: none")(things);
        rewritten("disk:free < 1", "vector(1)")(things);
      },
    ],
  ],
  breaks: [
    [
      "a severity that no route knows",
      rewritten("severity: warning", "severity: page"),
      [`${ALERT}: labels.severity is page; ${ALLOWED}`],
    ],
    [
      "no severity",
      rewritten("severity: warning", "team: disks"),
      [`${ALERT}: labels.severity is missing; ${ALLOWED}`],
    ],
    [
      "an alert about something that tells nobody",
      rewritten("severity: warning", "severity: none"),
      [`${ALERT}: labels.severity is none; ${ALLOWED}`],
    ],
  ],
  ignores: [
    ["a file that can't be read", rewritten("- name: disks", "- name: [disks")],
    ["recorded series", rewritten("alert: DiskFull", "record: disk:full")],
  ],
});
