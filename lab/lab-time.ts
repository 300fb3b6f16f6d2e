import { type LabTime, shortened } from "../charts/lab/monitoring/shortened";

/**
 * The one factor by which every window, patience and interval of the lab's monitoring is divided when it runs as processes of one machine: the documented
 * five minutes are ten seconds. At least 1. At 30 a run takes about two minutes, and Prometheus reads its targets twice a second, which a busy machine with
 * two processors still does; above 60 the requests of latency's exercise, which take a whole second, are longer than a window of rates.
 */
export const WINDOW_FACTOR = 30;

/** The lab's time, as the charts take it. */
export const LAB_TIME: LabTime = { windowFactor: WINDOW_FACTOR };

/**
 * What remains of a documented length of time, in milliseconds.
 *
 * @example hurriedMilliseconds("5m") // 10_000
 * @throws {RangeError} when it is no duration such as `5m`
 */
export function hurriedMilliseconds(duration: string): number {
  const text = shortened(duration, LAB_TIME);
  return text.endsWith("ms") ? Number.parseInt(text, 10) : 1000 * Number.parseInt(text, 10);
}

/**
 * Requests a second that stand for a rate of the cluster: faster by the same factor, so that each window has as many requests as there.
 *
 * @example hurriedRate(5) // 150
 */
export function hurriedRate(requestsPerSecond: number): number {
  return requestsPerSecond * WINDOW_FACTOR;
}
