import type { PlanIndex } from "../plan-index";
import { karpenterPools } from "./karpenter-pools";
import { managedGroups, scalingGroups } from "./node-groups";
import type { NodeSource, UnreadSource } from "./node-source";

/** Everything in a plan that makes nodes, and what of it says too little. */
export interface NodesOfPlan {
  readonly sources: readonly NodeSource[];
  readonly unread: readonly UnreadSource[];
}

/** The node groups of a plan, managed and not, and Karpenter's NodePools, each in the order of the plan. */
export function nodesOfPlan(plan: PlanIndex): NodesOfPlan {
  const found = [...managedGroups(plan), ...scalingGroups(plan), ...karpenterPools(plan)];
  return {
    sources: found.filter((one): one is NodeSource => !("reason" in one)),
    unread: found.filter((one): one is UnreadSource => "reason" in one),
  };
}
