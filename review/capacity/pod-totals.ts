import { differenceOf, eachOf, type Range, roundedTo, sumOfRanges } from "../range";
import type { PodSet } from "./pod-set";

const GIB = 2 ** 30;

/** What some pods ask for together, or nodes have for pods. */
export interface PodTotals {
  readonly pods: Range;
  /** Thousandths of a core. */
  readonly cpuMilli: Range;
  /** Rounded to hundredths. */
  readonly memoryGib: Range;
}

/** The same before it is rounded. */
export interface PodAmounts {
  readonly pods: Range;
  readonly cpuMilli: Range;
  readonly memoryBytes: Range;
}

/** What sets of pods ask for together. */
export function amountsOfSets(sets: readonly Pick<PodSet, "pods" | "each">[]): PodAmounts {
  return {
    pods: sumOfRanges(sets.map(({ pods }) => pods)),
    cpuMilli: sumOfRanges(sets.map(({ pods, each }) => eachOf(pods, (count) => count * each.cpuMilli))),
    memoryBytes: sumOfRanges(sets.map(({ pods, each }) => eachOf(pods, (count) => count * each.memoryBytes))),
  };
}

/** What there is more of the second than of the first. */
export function amountsBetween(taken: PodAmounts, there: PodAmounts): PodAmounts {
  return {
    pods: differenceOf(taken.pods, there.pods),
    cpuMilli: differenceOf(taken.cpuMilli, there.cpuMilli),
    memoryBytes: differenceOf(taken.memoryBytes, there.memoryBytes),
  };
}

/** Amounts for readers. */
export function totalsOf({ pods, cpuMilli, memoryBytes }: PodAmounts): PodTotals {
  return { pods, cpuMilli, memoryGib: eachOf(memoryBytes, gib) };
}

/** Bytes in GiB, rounded to hundredths. */
export function gib(bytes: number): number {
  return roundedTo(bytes / GIB, 2);
}
