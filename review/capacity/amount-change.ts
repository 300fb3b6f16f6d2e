import { differenceOf, isSameRange, NONE, type Range, rounded } from "../range";
import type { PoolCapacity } from "./pool-capacity";

/** Units of what changes; `mCPU` is a thousandth of a core. */
export type CapacityUnit = "nodes" | "vCPU" | "mCPU" | "GiB" | "pods";

/** An amount that is another than before. */
export interface AmountChange {
  /** `nodes`, `memory asked for`, `memory left` and so on. */
  readonly what: string;
  readonly unit: CapacityUnit;
  readonly before: Range;
  readonly after: Range;
  /** What there is more of it; less is negative. */
  readonly change: Range;
}

/** An amount of something that has ranges, with its name and its unit. */
export type Amount<Of> = readonly [what: string, unit: CapacityUnit, of: (from: Of) => Range];

/** Of nodes, whoever they are for. */
export const TOTALS: readonly Amount<Pick<PoolCapacity, "nodes" | "vcpu" | "memoryGib">>[] = [
  ["nodes", "nodes", ({ nodes }) => nodes],
  ["processors", "vCPU", ({ vcpu }) => vcpu],
  ["memory", "GiB", ({ memoryGib }) => memoryGib],
];

/** Of what pods ask for. */
export const ASKED: readonly Amount<Pick<PoolCapacity, "asked" | "nowAndThen">>[] = [
  ["pods asked for", "pods", ({ asked }) => asked.pods],
  ["processors asked for", "mCPU", ({ asked }) => asked.cpuMilli],
  ["memory asked for", "GiB", ({ asked }) => asked.memoryGib],
  ["processors asked for by jobs", "mCPU", ({ nowAndThen }) => nowAndThen.cpuMilli],
  ["memory asked for by jobs", "GiB", ({ nowAndThen }) => nowAndThen.memoryGib],
];

/** Of a pool: its nodes, what they have for pods, what these ask for, and what is left. */
export const POOL: readonly Amount<PoolCapacity>[] = [
  ...TOTALS,
  ["pods that fit", "pods", ({ allocatable }) => allocatable.pods],
  ["processors for pods", "mCPU", ({ allocatable }) => allocatable.cpuMilli],
  ["memory for pods", "GiB", ({ allocatable }) => allocatable.memoryGib],
  ...ASKED,
  ["pods left", "pods", ({ free }) => free.pods],
  ["processors left", "mCPU", ({ free }) => free.cpuMilli],
  ["memory left", "GiB", ({ free }) => free.memoryGib],
];

/** The amounts that differ; what isn't there has nothing. */
export function amountsBetween<Of>(amounts: readonly Amount<Of>[], before?: Of, after?: Of): readonly AmountChange[] {
  return amounts.flatMap(([what, unit, of]) => {
    const [was, is] = [before === undefined ? NONE : of(before), after === undefined ? NONE : of(after)];
    return isSameRange(was, is)
      ? []
      : [{ what, unit, before: was, after: is, change: rounded(differenceOf(was, is), 2) }];
  });
}
