import { isSameRange } from "../range";
import type { ZoneAddresses } from "./addresses";
import { type Amount, type AmountChange, ASKED, amountsBetween, POOL, TOTALS } from "./amount-change";
import type { Capacity } from "./capacity";
import type { SharedPods } from "./placed-pods";
import type { NotCounted } from "./pod-set";
import type { PodSetText } from "./pool-capacity";

/** What changes of a pool, or of pods that may be on several. */
export interface PoolChange {
  /** `web`, or `memory or web` for pods that may be on both. */
  readonly pool: string;
  readonly operation: "added" | "removed" | "changed";
  readonly amounts: readonly AmountChange[];
  /** Sets of pods that are new here, gone from here, or ask for something else. */
  readonly podSets: readonly { readonly before?: PodSetText; readonly after?: PodSetText }[];
}

/** A subnet whose need or supply is another than before. */
export interface AddressChange {
  readonly before?: ZoneAddresses;
  readonly after?: ZoneAddresses;
}

/** What a change does to what there is room for and what is asked for of it. */
export interface CapacityDelta {
  readonly total: readonly AmountChange[];
  /** By name, pools before what is shared; those that are as before are left out. */
  readonly pools: readonly PoolChange[];
  readonly addresses: readonly AddressChange[];
  readonly notCounted: { readonly added: readonly NotCounted[]; readonly removed: readonly NotCounted[] };
}

/** Compares two capacities, pool by pool. */
export function capacityDelta(base: Capacity, head: Capacity): CapacityDelta {
  return {
    total: amountsBetween(TOTALS, base.total, head.total),
    pools: [
      ...changes(
        POOL,
        named(base.pools, ({ pool }) => pool),
        named(head.pools, ({ pool }) => pool),
      ),
      ...changes(ASKED, named(base.shared, placeOf), named(head.shared, placeOf)),
    ],
    addresses: pairs(
      named(base.addresses, ({ subnet, takenBy }) => `${takenBy} ${subnet}`),
      named(head.addresses, ({ subnet, takenBy }) => `${takenBy} ${subnet}`),
    ).flatMap(({ before, after }) =>
      before?.need === after?.need && before?.supply === after?.supply ? [] : [both(before, after)],
    ),
    notCounted: {
      added: without(head.notCounted, base.notCounted),
      removed: without(base.notCounted, head.notCounted),
    },
  };
}

/** Where shared pods may be, as a name; `no pool` for those that no node takes. */
function placeOf({ pools }: SharedPods): string {
  return pools.join(" or ") || "no pool";
}

function changes<Of extends { readonly podSets: readonly PodSetText[] }>(
  amounts: readonly Amount<Of>[],
  base: ReadonlyMap<string, Of>,
  head: ReadonlyMap<string, Of>,
): readonly PoolChange[] {
  return pairs(base, head).flatMap(({ name, before, after }): readonly PoolChange[] => {
    const operation = before === undefined ? "added" : after === undefined ? "removed" : "changed";
    const change = {
      pool: name,
      operation,
      amounts: amountsBetween(amounts, before, after),
      podSets: podSetsBetween(before?.podSets ?? [], after?.podSets ?? []),
    } as const;
    return change.amounts.length === 0 && change.podSets.length === 0 && operation === "changed" ? [] : [change];
  });
}

function podSetsBetween(base: readonly PodSetText[], head: readonly PodSetText[]): PoolChange["podSets"] {
  const byObject = ({ object }: PodSetText) => object;
  return pairs(named(base, byObject), named(head, byObject)).flatMap(({ before, after }) =>
    before !== undefined && after !== undefined && isSameSet(before, after) ? [] : [both(before, after)],
  );
}

function isSameSet(one: PodSetText, other: PodSetText): boolean {
  return (
    one.runs === other.runs &&
    isSameRange(one.pods, other.pods) &&
    one.eachCpuMilli === other.eachCpuMilli &&
    one.eachMemoryMib === other.eachMemoryMib
  );
}

function named<Of>(list: readonly Of[], name: (of: Of) => string): ReadonlyMap<string, Of> {
  return new Map(list.map((one) => [name(one), one]));
}

/** What two lists have by one name, by name. */
function pairs<Of>(base: ReadonlyMap<string, Of>, head: ReadonlyMap<string, Of>) {
  return [...new Set([...base.keys(), ...head.keys()])]
    .sort()
    .map((name) => ({ name, before: base.get(name), after: head.get(name) }));
}

function both<Of>(before: Of | undefined, after: Of | undefined): { readonly before?: Of; readonly after?: Of } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function without(found: readonly NotCounted[], known: readonly NotCounted[]): readonly NotCounted[] {
  const texts = new Set(known.map(({ object, reason }) => `${object}: ${reason}`));
  return found.filter(({ object, reason }) => !texts.has(`${object}: ${reason}`));
}
