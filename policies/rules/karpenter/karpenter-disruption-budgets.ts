import { listAt, textAt } from "../../../charts/checks/object-readers";
import { valueAt } from "../../../charts/kube-object";
import { NODE_POOL } from "../../readers/karpenter-kinds";
import { objectRule, problem } from "../../rule";

const BUDGETS = ["spec", "disruption", "budgets"] as const;

/** Karpenter replaces some nodes of a pool at a time. That there is a budget at all is check karpenter-node-pools'. */
export const karpenterDisruptionBudgets = objectRule(
  {
    id: "karpenter-disruption-budgets",
    title: "A NodePool's budgets let some of its nodes be replaced at a time, and not all",
    severity: "high",
    enforcement: "mandatory",
    why: "With no node to replace, patches never arrive; with all of them, a new image drains the whole pool at once.",
    remediation: "Give the NodePool a budget without a schedule of a part of its nodes, such as 20%.",
    link: "https://karpenter.sh/docs/concepts/disruption/#nodepool-disruption-budgets",
  },
  {
    kinds: [NODE_POOL],
    check: (pool) => {
      // One with a schedule holds at times, one with reasons for some disruptions: neither is what goes at all times.
      const lasting = listAt(pool, BUDGETS).filter(
        (budget) => textAt(budget, ["schedule"]) === "" && listAt(budget, ["reasons"]).length === 0,
      );
      if (listAt(pool, BUDGETS).length === 0) return [];
      const amounts = lasting.map((budget) => String(valueAt(budget, ["nodes"]) ?? ""));
      if (amounts.some((amount) => /^0+%?$/.test(amount))) {
        return [problem(BUDGETS, `allow ${amounts.join(", ")} at all times: no node is ever replaced`)];
      }
      return amounts.every((amount) => amount === "100%")
        ? [problem(BUDGETS, "allow all nodes at once whenever no schedule holds; a part has to be the most")]
        : [];
    },
  },
);
