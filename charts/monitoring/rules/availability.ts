import type { PlatformWith } from "../../../config/parts";
import { alert, EVALUATION_INTERVAL, type RecordingRule, type RuleFile } from "../rule";

/** Two windows in which the budget has to burn at a rate: the long one says that it matters, the short one that it still goes on. */
export interface BurnWindows {
  readonly long: string;
  readonly short: string;
  /** How many times faster than the objective allows. */
  readonly rate: number;
}

/**
 * Burn rates at which somebody is called: 2 % of the 30 days' budget in an hour, or 5 % in six.
 *
 * Source: Google, The Site Reliability Workbook, chapter 5, table 5-8 (30 days).
 */
export const CALLING_WINDOWS: readonly BurnWindows[] = [
  { long: "1h", short: "5m", rate: 14.4 },
  { long: "6h", short: "30m", rate: 6 },
];

const LOWEST_RATE = Math.min(...CALLING_WINDOWS.map(({ rate }) => rate));

/** Burn rate that is looked at in working hours: 10 % of the 30 days' budget in three days. Source: the same table (ticket). */
export const LASTING_WINDOWS: BurnWindows = { long: "3d", short: "6h", rate: 1 };

/** Days that the budget is for. Source: the same table; the documents report by the week and name no window of the budget. */
export const BUDGET_DAYS = 30;

const BUDGET_WINDOW = `${BUDGET_DAYS}d`;

/** Window of the recorded rates: four scrapes. They lag by half of it, and so do the shares of all windows, which are made from them. */
const RATE_WINDOW = "1m";

const ALL = `customers:requests:rate${RATE_WINDOW}`;
const FAILED = `customers:requests_failed:rate${RATE_WINDOW}`;

/** Share of the objective's budget that the last 30 days have used; above 1 the objective is missed. */
export const BUDGET_USED = `customers:error_budget_used:ratio${BUDGET_WINDOW}`;

/** Name under which the share of failed requests is recorded. */
export function failedShare(window: string): string {
  return `customers:requests_failed:ratio${window}`;
}

/** Share of the requests that may fail: 0.0005 for 99.95 %. */
export function errorBudget({ alerts }: PlatformWith<"alerts">): number {
  return exact((100 - alerts.availabilityPercent) / 100);
}

/** Share of failed requests above which the budget burns faster than a rate. */
export function burnLimit(platform: PlatformWith<"alerts">, rate: number): number {
  return exact(rate * errorBudget(platform));
}

/** A share in percent. */
export function percent(share: number): number {
  return exact(100 * share);
}

/**
 * Availability as customers see it, against its objective: the share of requests that NGINX sends into the mesh and that are answered with 5xx, by
 * NGINX' sidecar or by the service. All services together, as the documents report it; one that fails alone is IstioServerErrors' matter.
 *
 * What doesn't arrive at NGINX isn't counted, nor what NGINX answers by itself.
 *
 * Shares are sums of two recorded rates over each window, and not rates of all counters, which would be read anew for 30 days every 30 seconds. Sums
 * weigh by requests; a mean of shares would give the night as much weight as the day.
 *
 * Source: document 000, section 12 (SLO: 99.95 %); document 001, section 11 (NGINX); Istio 1.22, Standard metrics.
 */
export function availabilityFile(platform: PlatformWith<"addOns.ingress-nginx" | "alerts">): RuleFile {
  const left = `${percent(errorBudget(platform))} % over ${BUDGET_DAYS} days`;
  const objective = `The objective of ${platform.alerts.availabilityPercent} % leaves ${left}`;
  return {
    name: "availability",
    group: "availability-health-checks",
    interval: EVALUATION_INTERVAL,
    rules: [
      ...recorded(platform),
      alert(platform, {
        alert: "ErrorBudgetBurn",
        // One alert of both pairs: an outage reaches both within a minute, and one call is enough.
        expr: CALLING_WINDOWS.map((windows) => `(${burns(platform, windows)})`).join(" or "),
        // The windows are the patience.
        for: "0s",
        severity: "critical",
        summary: "{{ $value | humanizePercentage }} of customers' requests fail",
        description: `${objective}. At this rate it is gone within ${BUDGET_DAYS / LOWEST_RATE} days.`,
        runbook: "availability",
      }),
      alert(platform, {
        alert: "ErrorBudgetBurnLasting",
        expr: burns(platform, LASTING_WINDOWS),
        for: "0s",
        severity: "warning",
        summary: "{{ $value | humanizePercentage }} of customers' requests have failed for days",
        description: `${objective}: if it goes on, the objective is missed. Find the service that fails most.`,
        runbook: "availability",
      }),
    ],
  };
}

/** Holds while both windows show a share above the rate; the value is the long one's. */
function burns(platform: PlatformWith<"alerts">, { long, short, rate }: BurnWindows): string {
  const limit = burnLimit(platform, rate);
  return `${failedShare(long)} > ${limit} and ${failedShare(short)} > ${limit}`;
}

function recorded(platform: PlatformWith<"addOns.ingress-nginx" | "alerts">): readonly RecordingRule[] {
  const entrance = platform.addOns.releases["ingress-nginx"].namespace;
  const requests = (more = "") =>
    `sum(rate(istio_requests_total{reporter="source",source_workload_namespace="${entrance}"${more}}[${RATE_WINDOW}]))`;
  const windows = [...CALLING_WINDOWS, LASTING_WINDOWS].flatMap(({ short, long }) => [short, long]);
  return [
    { record: ALL, expr: requests() },
    // Where nothing has failed yet, there is no series of it.
    { record: FAILED, expr: `${requests(',response_code=~"5.."')} or vector(0)` },
    ...[...new Set([...windows, BUDGET_WINDOW])].map((window) => ({
      record: failedShare(window),
      expr: `sum_over_time(${FAILED}[${window}]) / (sum_over_time(${ALL}[${window}]) > 0)`,
    })),
    { record: BUDGET_USED, expr: `${failedShare(BUDGET_WINDOW)} / ${errorBudget(platform)}` },
  ];
}

/** A number without the rounding errors of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(9));
}
