import { textAt } from "../../../charts/checks/object-readers";
import { EC2_NODE_CLASS, NODE_POOL } from "../../readers/karpenter-kinds";
import { objectRule, problem } from "../../rule";

const PATH = ["spec", "template", "spec", "nodeClassRef", "name"] as const;

/** A NodePool has a node class. */
export const karpenterNodeClassReferences = objectRule(
  {
    id: "karpenter-node-class-references",
    title: "Every NodePool names an EC2NodeClass that exists",
    severity: "high",
    enforcement: "mandatory",
    why: "Karpenter leaves out a NodePool without a node class: its pods stay pending, with an error in the log alone.",
    remediation: "Name an EC2NodeClass of the stack in spec.template.spec.nodeClassRef.name.",
    link: "https://karpenter.sh/docs/concepts/nodeclasses/",
  },
  {
    kinds: [NODE_POOL],
    check: (pool, estate) => {
      const name = textAt(pool, PATH);
      const classes = estate.ofKind(EC2_NODE_CLASS).map(({ metadata }) => metadata.name);
      return classes.includes(name)
        ? []
        : [problem(PATH, `is ${name || "missing"}; there is ${classes.join(", ") || "no EC2NodeClass"}`)];
    },
  },
);
