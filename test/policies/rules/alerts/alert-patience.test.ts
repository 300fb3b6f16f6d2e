import { alertPatience } from "../../../../policies/rules/alerts/alert-patience";
import { describeRule } from "../../rule-cases";
import { ALERT, rewritten, rules } from "./alert-objects";

describeRule(alertPatience, {
  good: () => ({ objects: [rules()] }),
  holds: [
    ["the first sample, when that is said", rewritten("for: 5m", "for: 0s")],
    ["an alert that goes on for a while", rewritten("for: 5m", "keep_firing_for: 1h30m")],
  ],
  breaks: [
    [
      "an alert that says nothing of it",
      rewritten("for: 5m", "limit: 5"),
      [`${ALERT}: neither for nor keep_firing_for is set; a length such as 5m`],
    ],
    ["a length without a unit", rewritten("for: 5m", "for: 300"), [`${ALERT}: for is 300; a length such as 5m`]],
  ],
});
