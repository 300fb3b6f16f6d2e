import { INSTANCE_PRICES } from "../../config/reference/instance-prices";
import { nodesOfPlan } from "../nodes/nodes-of-plan";
import { type Plan, PlanIndex } from "../plan-index";
import { type Range, rounded, sumOfRanges } from "../range";
import { claimCost } from "./claim-cost";
import { clusterCost } from "./cluster-cost";
import { CENTS, COST_UNIT, type CostLine, type NotPriced, together, unpriced } from "./cost-line";
import { keyCost } from "./key-cost";
import { loadBalancerCost } from "./load-balancer-cost";
import { networkCost } from "./network-cost";
import { nodeCost } from "./node-cost";
import { otherCost } from "./other-cost";
import { ownVolumeCost } from "./own-volume-cost";

/** What a stack costs, as far as its plan tells. */
export interface MonthlyCost {
  /** The dearest first, by their maximum. */
  readonly lines: readonly CostLine[];
  /** The sum of the lines: a lower bound of the bill, since what depends on use is left out. */
  readonly total: Range;
  readonly unit: typeof COST_UNIT;
  /** By resource. */
  readonly notPriced: readonly NotPriced[];
  /** What holds for all of it, in sentences. */
  readonly assumptions: readonly string[];
}

/** What holds for every estimate. */
const ALWAYS: readonly string[] = [
  "List prices on demand: reservations, savings plans, free tiers, credits, support and taxes are left out.",
  "The minimum and the maximum are what groups and NodePools may be scaled to; typical is their desired size, with none of Karpenter's own nodes. Maxima add up, also those of a group and of the NodePool that takes over from it.",
];

/**
 * Estimates what a stack costs a month.
 *
 * @param on the day of which it is: Kubernetes versions become dearer with time
 */
export function monthlyCost(resources: Plan, on: Date): MonthlyCost {
  const plan = new PlanIndex(resources);
  const { sources, unread } = nodesOfPlan(plan);
  const { lines, notPriced } = together([
    ...sources.map(nodeCost),
    ...unread.map(({ resource, reason }) => unpriced(resource, "instances", reason)),
    clusterCost(plan, on),
    networkCost(plan),
    loadBalancerCost(plan),
    keyCost(plan),
    claimCost(plan),
    ownVolumeCost(plan),
    otherCost(plan),
  ]);
  return {
    lines: [...lines].sort((one, other) => other.maximum - one.maximum || inOrder(one, other)),
    total: rounded(sumOfRanges(lines), CENTS),
    unit: COST_UNIT,
    notPriced: [...notPriced].sort(inOrder),
    assumptions: [...ALWAYS, ...pricesText(plan)],
  };
}

function pricesText(plan: PlanIndex): readonly string[] {
  const region = plan.regionOf();
  const prices = INSTANCE_PRICES[region ?? ""];
  if (prices === undefined) return [`There are no prices of instances in ${region ?? "a region that isn't told"}.`];
  return [`Prices of instances in ${region} are of ${prices.asOf}, from ${prices.source}.`];
}

function inOrder(one: NotPriced | CostLine, other: NotPriced | CostLine): number {
  const [first, second] = [one, other].map(({ resource, what }) => `${resource}: ${what}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}
