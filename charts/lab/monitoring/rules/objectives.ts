import {
  BUDGET_DAYS,
  type BurnWindows,
  CALLING_WINDOWS,
  LASTING_WINDOWS,
} from "../../../monitoring/rules/availability";
import type { Lab } from "../../lab";
import { EVALUATION_INTERVAL, type LabAlert, type LabRecord, type LabRuleGroup } from "../lab-rule";
import { type LabTime, shortened } from "../shortened";
import { INDICATORS, indicatorRules, OBJECTIVES, type Objective } from "./indicators";

/** What may go wrong, as a share of all; one series for each objective. */
export const BUDGET = "shop:error_budget:share";

/** Name of the alert that always fires. */
export const LAB_WATCHDOG = "Watchdog";

/** Name under which the share of what goes wrong is recorded; the window is the one of an unhurried lab, whatever the factor. */
export function badShare(window: string): string {
  return `shop:bad:share${window}`;
}

/** Windows over which shares are recorded, each once. */
export const SHARE_WINDOWS: readonly string[] = [
  ...new Set([...[...CALLING_WINDOWS, LASTING_WINDOWS].flatMap(({ short, long }) => [short, long]), `${BUDGET_DAYS}d`]),
];

/** Share of what may go wrong: 0.001 for 99.9 %. */
export function budgetOf({ labMonitoring }: Pick<Lab, "labMonitoring">, objective: Objective): number {
  const { availabilityPercent, successPercent, latencyPercent } = labMonitoring.objectives;
  const percent = { availability: availabilityPercent, success: successPercent, latency: latencyPercent }[objective];
  return Number(((100 - percent) / 100).toPrecision(9));
}

/**
 * The objectives with their burn rates: two alerts for all three, which say in the label `objective` which one it is.
 *
 * Rates at which somebody is called are those of the other objectives of this project: 2 % of the 30 days' budget in an hour, 5 % in six, 10 % in three
 * days. Of the latency's budget, a twentieth of all requests, 14.4 times are 72 %.
 *
 * Source: document 003, section 7 (SRE Metrics Review: 99.9 %, 0.1 %, 95th percentile 200 ms); Google, The Site Reliability Workbook, chapter 5.
 */
export function objectivesGroup(lab: Lab, time: LabTime = {}): LabRuleGroup {
  return {
    file: "slo",
    name: "slo",
    interval: shortened(EVALUATION_INTERVAL, time),
    rules: [
      ...indicatorRules(lab, time),
      ...OBJECTIVES.flatMap((objective) => [
        { record: BUDGET, expr: `vector(${budgetOf(lab, objective)})`, labels: { objective } },
        ...SHARE_WINDOWS.map((window) => shareRule(objective, window, time)),
      ]),
      burnAlert(lab, "ErrorBudgetBurn", "critical", CALLING_WINDOWS, "the budget of 30 days is gone within five"),
      burnAlert(lab, "ErrorBudgetBurnLasting", "warning", [LASTING_WINDOWS], "the objective is missed if it goes on"),
      {
        alert: LAB_WATCHDOG,
        expr: "vector(1)",
        for: "0s",
        labels: { severity: "none" },
        annotations: {
          summary: "Alerts get from Prometheus to Alertmanager",
          description: "It always fires and tells nobody. Alertmanager without it gets no alert at all.",
          runbook_url: `${lab.labMonitoring.runbooks}/monitoring`,
        },
      },
    ],
  };
}

/** Availability is a share of time, and averages of it are; the others are shares of requests, which sums weigh by how many there were. */
function shareRule(objective: Objective, window: string, time: LabTime): LabRecord {
  const over = `[${shortened(window, time)}]`;
  const bad = objective === "success" ? INDICATORS.failed : INDICATORS.slow;
  const expr =
    objective === "availability"
      ? `avg_over_time(${INDICATORS.unavailable}${over})`
      : `sum_over_time(${bad}${over}) / (sum_over_time(${INDICATORS.requests}${over}) > 0)`;
  return { record: badShare(window), expr, labels: { objective } };
}

function burnAlert(
  { labMonitoring }: Lab,
  alert: string,
  severity: "critical" | "warning",
  pairs: readonly BurnWindows[],
  consequence: string,
): LabAlert {
  const above = (window: string, rate: number) => `${badShare(window)} > ${rate} * ${BUDGET}`;
  return {
    alert,
    expr: pairs.map(({ long, short, rate }) => `(${above(long, rate)} and ${above(short, rate)})`).join(" or "),
    // The windows are the patience.
    for: "0s",
    labels: { severity, service: "backend" },
    annotations: {
      summary: "{{ $value | humanizePercentage }} of the shop is outside its objective for {{ $labels.objective }}",
      description: `At this rate ${consequence}.`,
      runbook_url: `${labMonitoring.runbooks}/error-budget`,
    },
  };
}
