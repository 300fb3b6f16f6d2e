import { listAt, mappingAt, textAt } from "../../../charts/checks/object-readers";
import type { KubeObject } from "../../../charts/kube-object";
import { POOL_LABEL } from "../../../config/reference/node-labels";
import type { Estate } from "../../estate";
import { labelsOf, NODE_GROUP, type NodeGroup, poolLabelOf, taintsOf } from "../../node-groups";
import { type Taint, taintText } from "../../node-taints";
import { objectRule, problem } from "../../rule";

const LABELS = ["spec", "template", "metadata", "labels"];
const TAINTS = ["spec", "template", "spec", "taints"];

/**
 * Karpenter's nodes are like those of the group that they stand in for, as far as pods can tell.
 *
 * Of managed groups only: a self-managed one holds data on its disks, and no autoscaler replaces its nodes.
 */
export const karpenterPoolContract = objectRule(
  {
    id: "karpenter-pool-contract",
    title: "A Karpenter pool has the labels and taints of the node group whose pool label it carries",
    severity: "high",
    enforcement: "mandatory",
    why: "Pods of the pool would find no place on the new nodes, or those of others would take it.",
    remediation: "Give the NodePool's template the labels and the taints of the group.",
    link: "https://karpenter.sh/docs/concepts/nodepools/",
  },
  {
    kinds: ["karpenter.sh/NodePool"],
    when: (pool, estate) => groupOf(pool, estate) !== undefined,
    check: (pool, estate) => {
      const group = groupOf(pool, estate);
      if (group === undefined) return [];
      const labels = mappingAt(pool, LABELS);
      const own = listAt(pool, TAINTS).map((taint) => taintText(taintOf(taint)));
      const taints = taintsOf(group, estate).map(taintText);
      const name = textAt(pool, [...LABELS, POOL_LABEL]);
      return [
        ...Object.entries(labelsOf(group, estate))
          .filter(([key, value]) => labels[key] !== value)
          .map(([key, value]) =>
            problem([...LABELS, key], `is ${labels[key] ?? "missing"}; the group of ${name} has ${value}`),
          ),
        ...taints
          .filter((taint) => !own.includes(taint))
          .map((taint) => problem(TAINTS, `lacks ${taint}, which the group of ${name} has`)),
        ...own
          .filter((taint) => !taints.includes(taint))
          .map((taint) => problem(TAINTS, `has ${taint}, which the group of ${name} lacks`)),
      ];
    },
  },
);

/** The managed group with the same pool label. */
function groupOf(pool: KubeObject, estate: Estate): NodeGroup | undefined {
  const label = textAt(pool, [...LABELS, POOL_LABEL]);
  return estate
    .ofType<NodeGroup["inputs"]>(NODE_GROUP)
    .find((group) => label !== "" && poolLabelOf(group, estate) === label);
}

function taintOf(taint: unknown): Taint {
  return { key: textAt(taint, ["key"]), value: textAt(taint, ["value"]), effect: textAt(taint, ["effect"]) };
}
