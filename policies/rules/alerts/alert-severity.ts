import { textAt } from "../../../charts/checks/object-readers";
import { selectors } from "../../../charts/checks/promql-selectors";
import { partRule } from "../../part-rule";
import { ALERTS } from "../../readers/alerts";
import { problem } from "../../rule";

/** What routes go by: somebody now, somebody in working hours. Source: documents 000 and 002, sections 3 and 2. */
const SEVERITIES = ["critical", "warning"];

/** That of an alert which tells nobody: one that always fires, by whose absence the way to Alertmanager is known to be broken. */
const NOBODY = "none";

/** Every alert says how urgent it is. */
export const alertSeverity = partRule(
  {
    id: "alert-severity",
    title: "Every alert is critical or a warning, but for one that always fires",
    severity: "high",
    enforcement: "mandatory",
    why: "Alertmanager's routes go by severity: an alert with another one reaches nobody's pager.",
    remediation: "Set labels.severity to critical or warning.",
    link: "https://prometheus.io/docs/practices/alerting/",
  },
  {
    ...ALERTS,
    check: ({ path, expr, fields }) => {
      const severity = textAt(fields, ["labels", "severity"]);
      if (SEVERITIES.includes(severity) || (severity === NOBODY && isConstant(expr))) return [];
      return [
        problem(
          path,
          `labels.severity is ${severity || "missing"}; ${SEVERITIES.join(" or ")}, or ${NOBODY} for what always fires`,
        ),
      ];
    },
  },
);

/** Whether an expression depends on nothing: without a selector it fires always, or never. */
function isConstant(expr: string): boolean {
  return selectors(expr).length === 0;
}
