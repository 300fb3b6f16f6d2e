import { NODE_POOL } from "../../readers/karpenter-kinds";
import { objectRule, problem } from "../../rule";

/** Karpenter launches nodes for the pools that were handed over to it, and for no other. */
export const karpenterManagedPools = objectRule(
  {
    id: "karpenter-managed-pools",
    title: "There is no NodePool but those that the stack's policies name",
    severity: "high",
    enforcement: "mandatory",
    why: "A further NodePool launches instances beside all limits, for pods that were meant for nodes with disks, labels or taints of their own.",
    remediation: "Remove the NodePool, or add it to vantage:policies.managedNodePools.",
    link: "https://karpenter.sh/docs/concepts/nodepools/",
  },
  {
    kinds: [NODE_POOL],
    check: ({ metadata: { name } }, { settings: { managedNodePools } }) =>
      managedNodePools.includes(name)
        ? []
        : [problem("metadata.name", `is ${name}; ${managedNodePools.join(", ") || "no NodePool"} may exist`)],
  },
);
