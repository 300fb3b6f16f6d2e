import { differenceOf, isSameRange, NONE, type Range, rounded, sumOfRanges } from "../range";
import { CENTS, COST_UNIT, type CostLine, type NotPriced } from "./cost-line";
import type { MonthlyCost } from "./monthly-cost";

/** A line that is new, gone or different. */
export interface CostChange {
  readonly what: string;
  readonly resource: string;
  /** Left out where it is new. */
  readonly before?: CostLine;
  /** Left out where it is gone. */
  readonly after?: CostLine;
  /** What it costs more; less is negative. */
  readonly change: Range;
  readonly unit: typeof COST_UNIT;
}

/** What a change does to what a stack costs. */
export interface CostDelta {
  /** The largest change first, by the largest of its three amounts. */
  readonly lines: readonly CostChange[];
  readonly total: { readonly before: Range; readonly after: Range; readonly change: Range };
  readonly unit: typeof COST_UNIT;
  /** What can't be priced and is new, gone, or can't be for another reason than before. */
  readonly notPriced: { readonly added: readonly NotPriced[]; readonly removed: readonly NotPriced[] };
}

/** Compares two estimates, line by line. Lines that cost the same are left out, whatever was assumed. */
export function costDelta(base: MonthlyCost, head: MonthlyCost): CostDelta {
  const [before, after] = [byKey(base.lines), byKey(head.lines)];
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    changeOf(before.get(key), after.get(key)),
  );
  return {
    lines: changes.sort((one, other) => largest(other.change) - largest(one.change)),
    total: { before: base.total, after: head.total, change: rounded(differenceOf(base.total, head.total), CENTS) },
    unit: COST_UNIT,
    notPriced: {
      added: without(head.notPriced, base.notPriced),
      removed: without(base.notPriced, head.notPriced),
    },
  };
}

function changeOf(before: CostLine | undefined, after: CostLine | undefined): readonly CostChange[] {
  const line = after ?? before;
  if (line === undefined || isSameRange(before ?? NONE, after ?? NONE)) return [];
  return [
    {
      what: line.what,
      resource: line.resource,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      change: rounded(differenceOf(before ?? NONE, after ?? NONE), CENTS),
      unit: COST_UNIT,
    },
  ];
}

/** Lines by what they are of. Two volumes of one template have the same name: they count together. */
function byKey(lines: readonly CostLine[]): ReadonlyMap<string, CostLine> {
  const found = new Map<string, CostLine>();
  for (const line of lines) {
    const key = `${line.resource}: ${line.what}`;
    const same = found.get(key);
    found.set(key, same === undefined ? line : { ...line, ...rounded(sumOfRanges([same, line]), CENTS) });
  }
  return found;
}

function largest({ minimum, typical, maximum }: Range): number {
  return Math.max(...[minimum, typical, maximum].map(Math.abs));
}

function without(found: readonly NotPriced[], known: readonly NotPriced[]): readonly NotPriced[] {
  const texts = new Set(known.map(textOf));
  return found.filter((one) => !texts.has(textOf(one)));
}

function textOf({ resource, what, reason }: NotPriced): string {
  return `${resource}: ${what}: ${reason}`;
}
