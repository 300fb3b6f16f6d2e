import { textAt } from "../../../charts/checks/object-readers";
import { partRule } from "../../part-rule";
import { ALERTS } from "../../readers/alerts";
import { problem } from "../../rule";

/** What tells the meaning of an alert, one of which is enough: words, or the picture that shows it. */
const MEANING = ["description", "dashboard_url", "grafana_uid"];

/** An alert says what is wrong, and what that means. */
export const alertWords = partRule(
  {
    id: "alert-words",
    title: "Every alert says what is wrong, and what it means or where that is seen",
    severity: "low",
    enforcement: "mandatory",
    why: "A message of a name and labels is closed unread, or takes its reader minutes that he doesn't have.",
    remediation: "Write annotations.summary, and a description or the link to a dashboard.",
    link: "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
  },
  {
    ...ALERTS,
    check: ({ path, fields }) => {
      const has = (annotation: string) => textAt(fields, ["annotations", annotation]).trim() !== "";
      return [
        ...(has("summary") ? [] : [problem(path, "annotations.summary is missing")]),
        ...(MEANING.some(has) ? [] : [problem(path, `annotations have none of ${MEANING.join(", ")}`)]),
      ];
    },
  },
);
