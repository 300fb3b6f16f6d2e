import { type KubeObject, valueAt } from "../../../charts/kube-object";
import { NODE_POOL } from "../../readers/karpenter-kinds";
import { objectRule, problem } from "../../rule";

const BETA = ["spec", "disruption", "expireAfter"] as const;
const STABLE = ["spec", "template", "spec", "expireAfter"] as const;

/** Nodes are replaced by new ones in time. */
export const karpenterNodeExpiry = objectRule(
  {
    id: "karpenter-node-expiry",
    title: "Every NodePool says after which time its nodes are replaced",
    severity: "medium",
    enforcement: "mandatory",
    why: "Nodes that are never replaced keep the kernel and the kubelet of the day they were launched, with their holes.",
    remediation: "Set expireAfter to a length such as 720h.",
    link: "https://karpenter.sh/docs/concepts/disruption/#expiration",
  },
  {
    kinds: [NODE_POOL],
    check: (pool) => {
      const path = pathFor(pool);
      const value = valueAt(pool, path);
      return value === undefined || value === "Never"
        ? [problem(path, `is ${value ?? "not set"}; a length such as 720h`)]
        : [];
    },
  },
);

/** Where the version of the NodePool has it: v1 moved it into the template. Source: Karpenter 1.0, v1 migration guide. */
function pathFor({ apiVersion }: KubeObject): readonly string[] {
  return apiVersion.endsWith("/v1") ? STABLE : BETA;
}
