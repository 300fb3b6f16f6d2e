import { mappingAt } from "../../../charts/checks/object-readers";
import { labelFault } from "../../node-label-keys";
import { objectRule, problem } from "../../rule";

const LABELS = ["spec", "template", "metadata", "labels"];

/** Labels of Karpenter's pools are such as it accepts. */
export const karpenterLabelKeys = objectRule(
  {
    id: "karpenter-label-keys",
    title: "Labels of Karpenter's pools are valid, and outside the domains that others set",
    severity: "high",
    enforcement: "mandatory",
    why: "The API server refuses such a NodePool halfway through an update, and its workloads get no node.",
    remediation: "Choose a key without a domain, or of one of your own; node.kubernetes.io is open to Karpenter.",
    link: "https://karpenter.sh/docs/concepts/nodepools/",
  },
  {
    kinds: ["karpenter.sh/NodePool"],
    check: (pool) =>
      Object.entries(mappingAt(pool, LABELS)).flatMap(([key, value]) => {
        const fault = labelFault(key, String(value), "Karpenter");
        return fault === undefined ? [] : [problem([...LABELS, key], fault)];
      }),
  },
);
