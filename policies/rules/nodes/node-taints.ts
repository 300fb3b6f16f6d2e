import { nodeGroupRule, taintsOf } from "../../node-groups";
import { taintKeyFault } from "../../node-label-keys";
import { TAINT_EFFECTS, taintText } from "../../node-taints";
import { problem } from "../../rule";

const EFFECTS: readonly string[] = TAINT_EFFECTS;

/** Taints of a group are such as EKS and the kubelet accept, and each is there once. */
export const nodeTaints = nodeGroupRule(
  {
    id: "node-taints",
    title: "Taints of node groups have a key of their own and a known effect, each once",
    severity: "high",
    enforcement: "mandatory",
    why: "EKS refuses such a group, a kubelet that is told such a taint doesn't start, and Kubernetes takes taints of its own domains away again.",
    remediation: `Choose a key of your own and one of ${TAINT_EFFECTS.join(", ")}, and give each pair once.`,
    link: "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
  },
  {
    when: (group, estate) => taintsOf(group, estate).length > 0,
    check: (group, estate) => {
      const taints = taintsOf(group, estate);
      const pairs = taints.map(({ key, effect }) => `${key}:${effect}`);
      return taints.flatMap((taint, index) => {
        const keyFault = taintKeyFault(taint.key);
        const faults = [
          ...(keyFault === undefined ? [] : [`${taint.key} ${keyFault}`]),
          ...(EFFECTS.includes(taint.effect)
            ? []
            : [`${taintText(taint)} has an unknown effect; it has to be one of ${EFFECTS.join(", ")}`]),
          ...(pairs.indexOf(pairs[index] ?? "") === index ? [] : [`${pairs[index]} is there twice; once is enough`]),
        ];
        return faults.map((fault) => problem("taints", fault));
      });
    },
  },
);
