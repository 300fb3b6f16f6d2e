import { tolerates, workloads } from "../../placements";
import { plannedPools } from "../../planned-pools";
import { problem } from "../../rule";
import { holdsForOne } from "../../shown";
import { subjectRule } from "../../subject-rule";

/** A taint that keeps everybody away keeps a pool of nodes for nobody. A toleration of every taint counts for none: agents that run on each node have it. */
export const taintTolerated = subjectRule(
  {
    id: "taint-tolerated",
    title: "Every taint of a pool of nodes is tolerated by name by something that runs pods",
    severity: "medium",
    enforcement: "mandatory",
    why: "Nodes that nothing may use are paid for and stay empty, or a misspelt taint no longer keeps them for those they are meant for.",
    remediation:
      "Have the pods that the nodes are meant for tolerate the taint by its key, value and effect, or take the taint away.",
    link: "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
  },
  {
    appliesTo: ["aws:eks/nodeGroup:NodeGroup", "aws:autoscaling/group:Group", "karpenter.sh/NodePool"],
    candidates: (estate) => {
      const all = workloads(estate);
      return plannedPools(estate).map(({ subject, taints }) => ({
        subject,
        check: () => {
          const strange = taints().filter(
            (taint) =>
              !holdsForOne(all, ({ placements }) =>
                placements().some(({ tolerations }) =>
                  tolerations.some((toleration) => typeof toleration.key === "string" && tolerates(toleration, taint)),
                ),
              ),
          );
          return strange.map(({ key, value, effect }) =>
            problem("taints", `nothing tolerates ${key}=${value}:${effect}; something that runs pods has to`),
          );
        },
      }));
    },
  },
);
