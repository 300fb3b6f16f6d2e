import type { Clock, ReplayedSeries } from "./replay";

/** Observations a second; large enough that shares of it are exact. */
const PER_SECOND = 1000;

/** Upper bounds of etcd's buckets, in seconds. Source: etcd 3.5, server/storage/wal/metrics.go (from 1 ms, 14 times doubled). */
export const ETCD_BOUNDS = Array.from({ length: 14 }, (_, power) => 0.001 * 2 ** power);

/** Upper bounds of the long buckets of Karpenter's histograms, in seconds. Source: sigs.k8s.io/karpenter v0.37.0, pkg/metrics/constants.go. */
export const KARPENTER_BOUNDS = [1, 5, 10, 15, 20, 25, 30, 40, 50, 60, 120, 150, 300];

/**
 * The buckets of a histogram whose 99th percentile over any stretch with one value is exactly that value: what is above the lower bound of the value's
 * bucket is as much as makes the engine interpolate to it.
 *
 * @param name metric without `_bucket`
 * @param labels labels beside `le`, such as `instance="a"`
 * @param p99 99th percentile from a time on, in seconds
 */
export function latencyBuckets(
  name: string,
  labels: string,
  bounds: readonly number[],
  p99: Readonly<Record<Clock, number>>,
): readonly ReplayedSeries[] {
  return [...bounds, Number.POSITIVE_INFINITY].map((bound) => {
    const le = bound === Number.POSITIVE_INFINITY ? "+Inf" : String(bound);
    const rates = Object.entries(p99).map(
      ([at, value]) => [at, PER_SECOND * shareBelow(bound, bounds, value)] as const,
    );
    const joined = [labels, `le="${le}"`].filter((part) => part !== "").join(",");
    return { series: `${name}_bucket{${joined}}`, counter: Object.fromEntries(rates) };
  });
}

/** Share of the observations at or below a bound, when this is the 99th percentile. */
function shareBelow(bound: number, bounds: readonly number[], p99: number): number {
  const upper = bounds.find((one) => one >= p99) ?? Number.POSITIVE_INFINITY;
  const lower = bounds.filter((one) => one < p99).at(-1) ?? 0;
  if (bound >= upper) return 1;
  return 1 - 0.01 / (1 - (p99 - lower) / (upper - lower));
}
