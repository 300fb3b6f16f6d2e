import { alertWords } from "../../../../policies/rules/alerts/alert-words";
import { describeRule } from "../../rule-cases";
import { ALERT, rewritten, rules } from "./alert-objects";

describeRule(alertWords, {
  good: () => ({ objects: [rules()] }),
  holds: [["a dashboard in the place of words", rewritten("description:", "dashboard_url:")]],
  breaks: [
    ["no summary", rewritten("summary:", "title:"), [`${ALERT}: annotations.summary is missing`]],
    [
      "a description of nothing",
      rewritten("description: Remove something.", 'description: " "'),
      [`${ALERT}: annotations have none of description, dashboard_url, grafana_uid`],
    ],
  ],
});
