import type { DashboardDesign, Level, PanelDesign } from "../../../monitoring/dashboards/design";
import { BUDGET_DAYS, CALLING_WINDOWS, LASTING_WINDOWS } from "../../../monitoring/rules/availability";
import type { Lab } from "../../lab";
import { OWN_PATHS, SHOP } from "../../shop/names";
import { BACKEND_JOB } from "../rules/indicators";
import { BUDGET, badShare } from "../rules/objectives";

const SOURCE = "Levels are those of the daily review.";

/** Green from the objective on, red below 99 %. Source: document 003, section 1 (SLO Dashboard Review). */
function promised(percent: number): readonly Level[] {
  return [
    { from: 0, color: "red" },
    { from: 99, color: "yellow" },
    { from: percent, color: "green" },
  ];
}

/** Use of the budget, in percent: green below 50, red from 75 on. Source: document 003, section 1 (SLO Dashboard Review). */
const BUDGET_LEVELS: readonly Level[] = [
  { from: 50, color: "yellow" },
  { from: 75, color: "red" },
];

/** Use of processors, in percent: green below 50, red from 80 on. Source: document 003, section 1 (SLO Dashboard Review). */
const CPU_LEVELS: readonly Level[] = [
  { from: 50, color: "yellow" },
  { from: 80, color: "red" },
];

/** Share of failed requests, in percent, that is looked into at once. Source: document 003, section 1 (SLO Dashboard Review: above 1 %). */
const ERROR_LEVELS: readonly Level[] = [{ from: 1, color: "red" }];

/** What somebody looks at each morning. Source: document 003, section 1 (SLO Dashboard Review). */
export function shopSloDashboard(lab: Lab): DashboardDesign {
  return {
    uid: "sre-shop-slo",
    title: "SRE Shop - SLO Dashboard",
    description: "What the shop promises, what is left of the error budgets, and what its pods use.",
    tags: ["sre-shop", "slo"],
    from: "now-24h",
    refresh: "30s",
    events: [],
    rows: [
      { title: "Objectives", panels: objectivePanels(lab) },
      { title: "Requests", panels: requestPanels(lab) },
      { title: "Error budget", panels: budgetPanels() },
    ],
  };
}

const good = (objective: string, window: string) => `100 * (1 - ${badShare(window)}{objective="${objective}"})`;

function objectivePanels(lab: Lab): readonly PanelDesign[] {
  const { availabilityPercent, successPercent } = lab.labMonitoring.objectives;
  const number = { kind: "number", unit: "percent", width: 6 } as const;
  return [
    {
      ...number,
      title: "Availability SLI",
      description: `Share of the time in which the backend's pods answered, over the last hour. Objective: ${availabilityPercent} %. ${SOURCE}`,
      decimals: 3,
      levels: promised(availabilityPercent),
      series: [{ expr: good("availability", "1h"), legend: "1 hour" }],
    },
    {
      ...number,
      title: "Success Rate SLI",
      description: `Share of customers' requests that were answered without an error of the server, over the last hour. Objective: ${successPercent} %. ${SOURCE}`,
      decimals: 3,
      levels: promised(successPercent),
      series: [{ expr: good("success", "1h"), legend: "1 hour" }],
    },
    {
      ...number,
      title: "Error Budget",
      description: `How much of what may go wrong in ${BUDGET_DAYS} days has, of the objective that is worst off. ${SOURCE}`,
      levels: BUDGET_LEVELS,
      series: [{ expr: `100 * max(${badShare(`${BUDGET_DAYS}d`)} / ${BUDGET})`, legend: "used" }],
    },
    {
      ...number,
      title: "CPU Usage",
      description: `Of the limits of the backend's containers. ${SOURCE}`,
      levels: CPU_LEVELS,
      series: [{ expr: cpuOfLimit(lab), legend: "of the limits" }],
    },
  ];
}

function cpuOfLimit({ shop }: Lab): string {
  const containers = `namespace="${shop.namespace}",container="${SHOP.backend}"`;
  const limit = `(container_spec_cpu_quota{${containers}} > 0) / container_spec_cpu_period{${containers}}`;
  return `100 * sum(rate(container_cpu_usage_seconds_total{${containers}}[5m])) / sum(${limit})`;
}

function requestPanels(lab: Lab): readonly PanelDesign[] {
  const { latencyMilliseconds } = lab.labMonitoring.objectives;
  const customers = `job="${BACKEND_JOB}",path!~"${OWN_PATHS.join("|")}"`;
  const latency = (share: number) =>
    `1000 * histogram_quantile(${share}, sum by (le) (rate(http_request_duration_seconds_bucket{${customers}}[5m])))`;
  return [
    {
      kind: "lines",
      title: "Requests",
      description: "Requests of customers a second, by status. Probes and scrapes aren't counted.",
      unit: "perSecond",
      series: [
        {
          expr: `sum by (status) (rate(http_request_duration_seconds_count{${customers}}[$__rate_interval]))`,
          legend: "{{status}}",
        },
      ],
    },
    {
      kind: "lines",
      title: "Error rate",
      description: `Share of customers' requests that the server failed, over 5 minutes. Above 1 % it is looked into at once. ${SOURCE}`,
      unit: "percent",
      decimals: 2,
      levels: ERROR_LEVELS,
      series: [{ expr: `100 * ${badShare("5m")}{objective="success"}`, legend: "5 minutes" }],
    },
    {
      kind: "lines",
      title: "Latency",
      description: `Time within which half, 95 % and 99 % of the requests are answered. The objective is ${latencyMilliseconds} ms at 95 %; between 100 and 250 ms the backend counts none apart, and the line is interpolated.`,
      unit: "milliseconds",
      levels: [{ from: latencyMilliseconds, color: "red" }],
      series: [0.5, 0.95, 0.99].map((share) => ({ expr: latency(share), legend: `${100 * share} %` })),
    },
  ];
}

function budgetPanels(): readonly PanelDesign[] {
  const rates = [LASTING_WINDOWS, ...[...CALLING_WINDOWS].reverse()];
  const colors = ["yellow", "orange", "red"] as const;
  return [
    {
      kind: "lines",
      title: "Error budget used",
      description: `Of what may go wrong in ${BUDGET_DAYS} days, by objective. ${SOURCE}`,
      unit: "percent",
      levels: BUDGET_LEVELS,
      series: [{ expr: `100 * ${badShare(`${BUDGET_DAYS}d`)} / ${BUDGET}`, legend: "{{objective}}" }],
    },
    ...["availability", "success"].map(
      (objective): PanelDesign => ({
        kind: "lines",
        title: `Burn rate: ${objective}`,
        description: `How many times faster than the objective allows. ErrorBudgetBurnLasting fires at ${rates[0]?.rate}, ErrorBudgetBurn at ${rates[1]?.rate} and ${rates[2]?.rate}, each in two windows.`,
        unit: "ratio",
        levels: rates.map(({ rate }, index) => ({ from: rate, color: colors[index] ?? "red" })),
        series: rates.map(({ long }) => ({
          expr: `${badShare(long)}{objective="${objective}"} / ${BUDGET}{objective="${objective}"}`,
          legend: long,
        })),
      }),
    ),
  ];
}
