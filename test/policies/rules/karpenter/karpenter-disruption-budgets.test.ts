import { karpenterDisruptionBudgets } from "../../../../policies/rules/karpenter/karpenter-disruption-budgets";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { POOL, pool } from "./karpenter-objects";

const AT = `${POOL}: spec.disruption.budgets`;
const AT_NIGHT = { schedule: "0 22 * * *", duration: "6h" };
const budgets =
  (...list: readonly object[]) =>
  (things: Things) => {
    objectNamed(things).spec.disruption.budgets = list;
  };

describeRule(karpenterDisruptionBudgets, {
  good: () => ({ objects: [pool({ disruption: { budgets: [{ nodes: "20%" }] } })] }),
  holds: [
    ["a number of nodes, and none at night", budgets({ nodes: "5" }, { nodes: "0", ...AT_NIGHT })],
    ["none for one reason", budgets({ nodes: "20%" }, { nodes: "0", reasons: ["Underutilized"] })],
    ["Karpenter's own tenth", (things) => delete objectNamed(things).spec.disruption],
  ],
  breaks: [
    ["no node, ever", budgets({ nodes: "0" }), [`${AT}: allow 0 at all times: no node is ever replaced`]],
    [
      "no node, beside a budget of some",
      budgets({ nodes: "20%" }, { nodes: "0%" }),
      [`${AT}: allow 20%, 0% at all times: no node is ever replaced`],
    ],
    [
      "all nodes",
      budgets({ nodes: "100%" }),
      [`${AT}: allow all nodes at once whenever no schedule holds; a part has to be the most`],
    ],
    [
      "all nodes by day",
      budgets({ nodes: "10%", ...AT_NIGHT }),
      [`${AT}: allow all nodes at once whenever no schedule holds; a part has to be the most`],
    ],
  ],
});
