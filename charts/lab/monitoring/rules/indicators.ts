import type { Lab } from "../../lab";
import { DURATION_BOUNDS_IN_SECONDS, OWN_PATHS } from "../../shop/names";
import type { LabRecord } from "../lab-rule";
import { COMPONENTS } from "../names";
import { type LabTime, shortened } from "../shortened";

/** What is promised. Source: document 003, section 7 (SRE Metrics Review). */
export const OBJECTIVES = ["availability", "success", "latency"] as const;

/** One of the promises, the value of the label `objective`. */
export type Objective = (typeof OBJECTIVES)[number];

/** Names of what is recorded at each evaluation, before any window. */
export const INDICATORS = {
  /** Requests of customers a second. */
  requests: "shop:requests:rate",
  /** Those that the server failed. */
  failed: "shop:requests_failed:rate",
  /** Those that took too long. */
  slow: "shop:requests_slow:rate",
  /** Share of the backend's pods that don't answer Prometheus; 1 when there are none. */
  unavailable: "shop:unavailable:share",
} as const;

/** Job under which the backend is read. */
export const BACKEND_JOB = "backend";

/** Window of the rates: four scrapes. */
const RATE_WINDOW = "1m";

/**
 * What the objectives are judged by.
 *
 * Requests are counted by the histogram and not by `http_requests_total`, which has no route: probes and scrapes would be half of them on a quiet day. A
 * backend of which no pod is found is as unavailable as one that doesn't answer.
 *
 * Slow requests are those above the objective's time, which lies between two bounds of the histogram: the share below is interpolated as
 * `histogram_quantile` does it, so that objective and alert agree.
 *
 * Source: stefanprodan/podinfo 6.5.0, pkg/api (metrics and their labels).
 */
export function indicatorRules({ labMonitoring }: Lab, time: LabTime): readonly LabRecord[] {
  const window = shortened(RATE_WINDOW, time);
  const customers = `job="${BACKEND_JOB}",path!~"${OWN_PATHS.join("|")}"`;
  const rate = (metric: string, more = "") =>
    `sum(rate(http_request_duration_seconds_${metric}{${customers}${more}}[${window}]))`;
  const below = (bound: number) => rate("bucket", `,le="${bound}"`);
  const seconds = labMonitoring.objectives.latencyMilliseconds / 1000;
  return [
    { record: INDICATORS.requests, expr: rate("count") },
    // Where nothing has failed yet, there is no series of it.
    { record: INDICATORS.failed, expr: `${rate("count", ',status=~"5.."')} or vector(0)` },
    { record: INDICATORS.slow, expr: `${INDICATORS.requests} - ${answeredWithin(seconds, below)}` },
    // None found counts from a minute after Prometheus began to read: before, it has looked at nothing.
    {
      record: INDICATORS.unavailable,
      expr: `1 - (avg(up{job="${BACKEND_JOB}"}) or 0 * avg(up{job="${COMPONENTS.prometheus}"} offset ${window}))`,
    },
  ];
}

/** Requests a second that are answered within a time, by those below the bounds around it. */
function answeredWithin(seconds: number, below: (bound: number) => string): string {
  const bounds = DURATION_BOUNDS_IN_SECONDS;
  const upper = bounds.find((bound) => bound >= seconds) ?? Math.max(...bounds);
  if (upper === seconds) return below(upper);
  const lower = bounds.filter((bound) => bound < seconds).at(-1) ?? 0;
  const share = Number(((seconds - lower) / (upper - lower)).toPrecision(6));
  return `(${below(lower)} + ${share} * (${below(upper)} - ${below(lower)}))`;
}
