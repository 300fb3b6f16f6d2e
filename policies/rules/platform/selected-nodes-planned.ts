import { canMeet, demandsText } from "../../node-terms";
import { workloads } from "../../placements";
import { plannedPools } from "../../planned-pools";
import { problem } from "../../rule";
import { holdsForOne } from "../../shown";
import { subjectRule } from "../../subject-rule";

/**
 * Nodes that pods select are made by something in the plan. It compares with what nodes are told there (their groups' labels, their user data, Karpenter's NodePools), where the
 * semantic check `node-selectors` compares with configuration: a label that gets lost on its way to the node is found here. Values of Helm releases and configuration of EKS add-ons
 * count as well.
 */
export const selectedNodesPlanned = subjectRule(
  {
    id: "selected-nodes-planned",
    title: "Nodes that pods select are those of a node group, an Auto Scaling group or a NodePool of the plan",
    severity: "high",
    enforcement: "mandatory",
    why: "A pod that selects nodes which nothing makes stays pending, and no autoscaler helps it.",
    remediation: "Select labels that a pool of nodes sets, or set the label on the pool.",
    link: "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/",
  },
  {
    appliesTo: ["pod templates", "objects of operators", "kubernetes:helm.sh/v3:Release", "aws:eks/addon:Addon"],
    candidates: (estate) => {
      const pools = plannedPools(estate);
      return workloads(estate).map(({ subject, placements }) => ({
        subject,
        check: () => {
          const selecting = placements().filter(({ alternatives }) => alternatives.length > 0);
          if (selecting.length === 0) return undefined;
          return selecting
            .filter(
              ({ alternatives }) =>
                !holdsForOne(pools, ({ labels }) => alternatives.some((demands) => canMeet(labels(), demands))),
            )
            .map(({ path, alternatives }) =>
              problem(path, `no pool of the plan has nodes with ${alternatives.map(demandsText).join(", or with ")}`),
            );
        },
      }));
    },
  },
);
