import { textAt } from "../../../charts/checks/object-readers";
import type { KubeObject } from "../../../charts/kube-object";
import { AUTO_DEFAULT, AUTO_NODE_CLASS, EC2_NODE_CLASS, NODE_POOL } from "../../readers/karpenter-kinds";
import { objectRule, problem } from "../../rule";

const REFERENCE = ["spec", "template", "spec", "nodeClassRef"] as const;
const PATH = [...REFERENCE, "name"] as const;

/** A NodePool has a node class. */
export const karpenterNodeClassReferences = objectRule(
  {
    id: "karpenter-node-class-references",
    title: "Every NodePool names a node class that exists",
    severity: "high",
    enforcement: "mandatory",
    why: "Karpenter leaves out a NodePool without a node class: its pods stay pending, with an error in the log alone.",
    remediation: "Name a node class of the stack in spec.template.spec.nodeClassRef.name.",
    link: "https://karpenter.sh/docs/concepts/nodeclasses/",
  },
  {
    kinds: [NODE_POOL],
    check: (pool, estate) => {
      const name = textAt(pool, PATH);
      const kind = referredKind(pool);
      const made = estate.ofKind(kind).map(({ metadata }) => metadata.name);
      const classes = kind === AUTO_NODE_CLASS ? [AUTO_DEFAULT, ...made] : made;
      return classes.includes(name)
        ? []
        : [problem(PATH, `is ${name || "missing"}; there is ${classes.join(", ") || `no ${nameOf(kind)}`}`)];
    },
  },
);

/** Group and kind of a pool's node class; v1beta1 has the group in an apiVersion, and may leave all of it out. Source: Karpenter 0.37.0 and 1.0, NodeClassReference. */
function referredKind(pool: KubeObject): string {
  const kind = textAt(pool, [...REFERENCE, "kind"]) || nameOf(EC2_NODE_CLASS);
  const group = textAt(pool, [...REFERENCE, "group"]) || textAt(pool, [...REFERENCE, "apiVersion"]).split("/")[0];
  return group === undefined || group === ""
    ? ([EC2_NODE_CLASS, AUTO_NODE_CLASS].find((known) => nameOf(known) === kind) ?? `/${kind}`)
    : `${group}/${kind}`;
}

function nameOf(kind: string): string {
  return kind.slice(kind.indexOf("/") + 1);
}
