import { partRule } from "../../part-rule";
import { ALERTS } from "../../readers/alerts";
import { problem } from "../../rule";

/** Fields that say how long an alert waits, or stays. Source: Prometheus 2.51, Alerting rules. */
const FIELDS = ["for", "keep_firing_for"];

/** A length as Prometheus reads it. Source: prometheus/common, model/time.go (ParseDuration). */
const LENGTH = /^(0|(\d+(y|w|d|h|m|s|ms))+)$/;

/** Somebody has decided for how long a condition has to hold. */
export const alertPatience = partRule(
  {
    id: "alert-patience",
    title: "Every alert says how long its condition has to hold, or how long it goes on firing",
    severity: "low",
    enforcement: "mandatory",
    why: "Unsaid it fires at the first sample, and nobody can tell whether that was meant: what flaps is soon ignored.",
    remediation: "Set for, to 0s where the first sample is to count.",
    link: "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
  },
  {
    ...ALERTS,
    check: ({ path, fields }) => {
      const given = FIELDS.filter((field) => fields[field] !== undefined);
      if (given.length === 0) return [problem(path, `neither ${FIELDS.join(" nor ")} is set; a length such as 5m`)];
      return given
        .filter((field) => !LENGTH.test(String(fields[field])))
        .map((field) => problem(path, `${field} is ${JSON.stringify(fields[field])}; a length such as 5m`));
    },
  },
);
