import type { PlatformWith } from "../../../config/parts";
import {
  BUDGET_DAYS,
  BUDGET_USED,
  CALLING_WINDOWS,
  errorBudget,
  failedShare,
  LASTING_WINDOWS,
  percent,
} from "../rules/availability";
import type { DashboardDesign } from "./design";

type Row = DashboardDesign["rows"][number];

/** What customers' requests come to, against the objective: the failed share, its burn rates, and the budget. Source: document 000, section 12. */
export function availabilityRow(platform: PlatformWith<"alerts">): Row {
  const budget = errorBudget(platform);
  const objective = platform.alerts.availabilityPercent;
  const rates = [LASTING_WINDOWS, ...[...CALLING_WINDOWS].reverse()];
  return {
    title: "Availability",
    panels: [
      {
        kind: "lines",
        title: "Requests of customers that fail",
        description: `Share of what NGINX sends into the mesh that is answered with 5xx. The objective of ${objective} % leaves ${percent(budget)} % over ${BUDGET_DAYS} days. Documented for a week: 99.98 % available.`,
        unit: "percent",
        decimals: 3,
        levels: [{ from: percent(budget), color: "red" }],
        series: [
          { expr: `100 * ${failedShare("5m")}`, legend: "5 minutes" },
          { expr: `100 * ${failedShare(`${BUDGET_DAYS}d`)}`, legend: `${BUDGET_DAYS} days` },
        ],
      },
      {
        kind: "lines",
        title: "Burn rate of the error budget",
        description: `How many times faster than the objective allows requests fail. ErrorBudgetBurnLasting fires at ${rates[0]?.rate}, ErrorBudgetBurn at ${rates[1]?.rate} and ${rates[2]?.rate}, each in two windows.`,
        unit: "ratio",
        levels: rates.map(({ rate }, index) => ({ from: rate, color: BURN_COLORS[index] ?? "red" })),
        series: rates.map(({ long }) => ({ expr: `${failedShare(long)} / ${budget}`, legend: long })),
      },
      {
        kind: "lines",
        title: "Error budget used",
        description: `Of what may fail in ${BUDGET_DAYS} days; above 100 % the objective is missed. Documented for a week: 87 % remaining.`,
        unit: "percent",
        levels: [{ from: 100, color: "red" }],
        series: [{ expr: `100 * ${BUDGET_USED}`, legend: `${BUDGET_DAYS} days` }],
      },
    ],
  };
}

const BURN_COLORS = ["yellow", "orange", "red"] as const;
