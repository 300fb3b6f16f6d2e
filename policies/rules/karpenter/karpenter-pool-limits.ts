import { valueAt } from "../../../charts/kube-object";
import { NODE_POOL } from "../../readers/karpenter-kinds";
import { objectRule, problem } from "../../rule";

const LIMITED = ["cpu", "memory"] as const;

/** What a NodePool may launch has an end. */
export const karpenterPoolLimits = objectRule(
  {
    id: "karpenter-pool-limits",
    title: "Every NodePool limits the CPU and the memory of its nodes",
    severity: "high",
    enforcement: "mandatory",
    why: "A Deployment scaled by mistake, or a loop that makes pods, would launch instances until the account's quota ends it.",
    remediation: "Set spec.limits.cpu and spec.limits.memory to what the pool may have at most.",
    link: "https://karpenter.sh/docs/concepts/nodepools/#speclimits",
  },
  {
    kinds: [NODE_POOL],
    check: (pool) =>
      LIMITED.map((resource) => ["spec", "limits", resource])
        .filter((path) => valueAt(pool, path) === undefined)
        .map((path) => problem(path, "is not set; what the pool may have at most has to be")),
  },
);
