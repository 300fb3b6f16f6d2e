import { canMeet } from "../../policies/node-terms";
import { tolerates } from "../../policies/placements";
import type { NodeSource } from "../nodes/node-source";
import type { PodSet, Whereabouts } from "./pod-set";
import { amountsOfSets, type PodTotals, totalsOf } from "./pod-totals";
import { type PodSetText, podSetText } from "./pool-capacity";

/** Taints that keep pods away; the others only make the scheduler look elsewhere first. */
const HARD: readonly string[] = ["NoSchedule", "NoExecute"];

/** Pods and the names of the pools that they may be on. */
export interface PlacedPods {
  readonly set: PodSet;
  readonly pools: readonly string[];
}

/** Pods that may be on several pools, or on none. */
export interface SharedPods {
  /** Names of the pools that they may be on; none where no node takes them. */
  readonly pools: readonly string[];
  readonly asked: PodTotals;
  /** What Jobs ask for while they run, all at once. */
  readonly nowAndThen: PodTotals;
  readonly podSets: readonly PodSetText[];
}

/** Sets of pods with the pools that they may be on. */
export function placed(sets: readonly PodSet[], sources: readonly NodeSource[]): readonly PlacedPods[] {
  return sets.map((set) => ({ set, pools: poolsFor(set.where, sources) }));
}

/** What counts as a pool's own: pods that can be nowhere else, and the DaemonSets that may be there. */
export function ownOf(pool: string, pods: readonly PlacedPods[]): readonly PodSet[] {
  return pods
    .filter(({ set, pools }) =>
      set.runs === "on every node" ? pools.includes(pool) : pools.length === 1 && pools[0] === pool,
    )
    .map(({ set }) => set);
}

/** The pools with nodes that meet what pods demand and whose taints they tolerate. */
function poolsFor({ alternatives, tolerations }: Whereabouts, sources: readonly NodeSource[]): readonly string[] {
  const possible = sources.filter(
    ({ labels, taints }) =>
      alternatives.some((demands) => canMeet(labels, demands)) &&
      taints
        .filter(({ effect }) => HARD.includes(effect))
        .every((taint) => tolerations.some((toleration) => tolerates(toleration, taint))),
  );
  return [...new Set(possible.map(({ pool }) => pool))].sort();
}

/** What is no pool's own, by the pools that it may be on. DaemonSets are on each of theirs, and shared only where there is none. */
export function sharedOf(pods: readonly PlacedPods[]): readonly SharedPods[] {
  const shared = pods.filter(
    ({ set, pools }) => pools.length === 0 || (pools.length > 1 && set.runs !== "on every node"),
  );
  const byPools = new Map<string, PlacedPods[]>();
  for (const one of shared) byPools.set(one.pools.join(), [...(byPools.get(one.pools.join()) ?? []), one]);
  return [...byPools]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => {
      const sets = group.map(({ set }) => set);
      return {
        pools: group[0]?.pools ?? [],
        asked: totalsOf(amountsOfSets(sets.filter(({ runs }) => runs === "always"))),
        nowAndThen: totalsOf(amountsOfSets(sets.filter(({ runs }) => runs === "now and then"))),
        podSets: sets.map(podSetText),
      };
    });
}
