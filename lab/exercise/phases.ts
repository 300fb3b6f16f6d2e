import type { Objective } from "../../charts/lab/monitoring/rules/indicators";
import type { Mix } from "../traffic/traffic";

/** An injection of faults and what has to come of it. */
export interface Injection {
  readonly name: string;
  /** Requests that are added to a round of the mix. */
  readonly adds: Mix;
  /** Documented alert that has to fire, reach the receiver of pages, and resolve when the injection ends. */
  readonly fires: string;
  /** Objective that it harms: its budget burns, and the alerts on that may fire too. They last as long as their windows do. */
  readonly harms: Objective;
}

/**
 * The injections, in order. podinfo offers both: it answers `/status/{code}` with that status, and `/delay/{seconds}` after that time.
 *
 * - Errors: 4 requests beside the 20 of the default round, 17 %, where the alert begins at 1 % and the burn of the budget calls somebody at 1.44.
 * - Latency: 2 requests of a second each, where the alert begins at 0.2. Each route is judged by itself, so that few are enough.
 *
 * Source: stefanprodan/podinfo, README (endpoints); document 003, section 6 (Alert Configuration Examples).
 */
export const INJECTIONS: readonly Injection[] = [
  { name: "errors", adds: [{ path: "/status/500", share: 4 }], fires: "HighErrorRate", harms: "success" },
  { name: "latency", adds: [{ path: "/delay/1", share: 2 }], fires: "HighLatency", harms: "latency" },
];

/**
 * How long healthy traffic is watched, in the lab's time: longer than the longest patience of an alert and its window together (HighCPUUsage,
 * 15 and 5 minutes). An alert that healthy traffic sets off has fired by then.
 */
export const HEALTHY_WINDOW = "20m";

/**
 * How long an alert may take to be told, and again to be resolved, in the lab's time: its patience of 10 minutes at the most, its window of 5, Alertmanager's
 * interval of 5 between two messages about a group, and as much again, since machines have other things to do.
 */
export const TELLING_LIMIT = "40m";
