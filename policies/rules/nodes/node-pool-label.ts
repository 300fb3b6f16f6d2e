import { POOL_LABEL } from "../../../config/reference/node-labels";
import { nodeGroupRule, poolLabelOf, taintsOf } from "../../node-groups";
import { taintText } from "../../node-taints";
import { problem } from "../../rule";

/** Workloads can select the nodes of every group, tainted ones above all. Karpenter's pools are the check `karpenter-node-pools`. */
export const nodePoolLabel = nodeGroupRule(
  {
    id: "node-pool-label",
    title: `The nodes of every group carry the label ${POOL_LABEL}, by which workloads select them`,
    severity: "high",
    enforcement: "mandatory",
    why: "Pods that select the pool stay pending; and on a tainted one nothing runs at all, because a toleration alone draws no pod there.",
    remediation: `Give the kubelet --node-labels=${POOL_LABEL}=NAME in the NodeConfig of the launch template's user data.`,
    link: "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/",
  },
  {
    check: (group, estate) => {
      if ((poolLabelOf(group, estate) ?? "") !== "") return [];
      const taints = taintsOf(group, estate).map(taintText);
      const also = taints.length > 0 ? `, and the group is tainted ${taints.join(", ")}` : "";
      const message = `neither EKS nor the user data of the launch template sets ${POOL_LABEL}${also}; one of them has to`;
      return [problem("labels", message)];
    },
  },
);
