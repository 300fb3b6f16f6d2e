import type { Range } from "../range";

/** The unit of every amount of money in an estimate. */
export const COST_UNIT = "USD/month";

/** Decimals of every amount of money in an estimate. */
export const CENTS = 2;

/** Something that costs money by its size or by its being there. */
export interface CostLine extends Range {
  /** What is paid for: `instances`, `root volumes`, `control plane`. */
  readonly what: string;
  /** For readers, and to compare by: `aws:eks/nodeGroup:NodeGroup nodes-web`, `apps/StatefulSet data/store`. */
  readonly resource: string;
  readonly unit: typeof COST_UNIT;
  /** How the amounts come about, with prices and units, and what was assumed. */
  readonly assumption: string;
}

/** Something that costs money or may, and how much can't be told. */
export interface NotPriced {
  readonly what: string;
  readonly resource: string;
  /** Why: it depends on use, there is no price of it, or the plan doesn't show what decides. */
  readonly reason: string;
}

/** What one thing costs, and what of it can't be told. */
export interface Priced {
  readonly lines: readonly CostLine[];
  readonly notPriced: readonly NotPriced[];
}

/** All of it together. */
export function together(parts: readonly Priced[]): Priced {
  return {
    lines: parts.flatMap(({ lines }) => lines),
    notPriced: parts.flatMap(({ notPriced }) => notPriced),
  };
}

/** Nothing but that the price of something can't be told. */
export function unpriced(resource: string, what: string, reason: string): Priced {
  return { lines: [], notPriced: [{ what, resource, reason }] };
}
