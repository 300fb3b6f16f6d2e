import type { Estate } from "../../estate";
import type { NodeTaint } from "../../node-config";
import { canMeet } from "../../node-terms";
import { type Placement, tolerates, workloads } from "../../placements";
import { type PlannedPool, plannedPools } from "../../planned-pools";
import { type Problem, problem } from "../../rule";
import { holdsForOne } from "../../shown";
import { subjectRule } from "../../subject-rule";

/** Pods that select nodes may also be on them. Taints that only prefer are no obstacle. */
export const selectedNodesTolerated = subjectRule(
  {
    id: "selected-nodes-tolerated",
    title: "Pods that select nodes tolerate the taints of at least one pool that they select",
    severity: "high",
    enforcement: "mandatory",
    why: "A pod that may only be on nodes whose taint keeps it off stays pending, and no autoscaler helps it.",
    remediation: "Give the pods a toleration of the taint, or select nodes that they may be on.",
    link: "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
  },
  {
    appliesTo: ["pod templates", "objects of operators", "kubernetes:helm.sh/v3:Release", "aws:eks/addon:Addon"],
    candidates: (estate: Estate) => {
      const pools = plannedPools(estate);
      return workloads(estate).map(({ subject, placements }) => ({
        subject,
        check: () => {
          const selecting = placements().filter(({ alternatives }) => alternatives.length > 0);
          return selecting.length === 0 ? undefined : selecting.flatMap((placement) => keptOff(placement, pools));
        },
      }));
    },
  },
);

/** What keeps the pods of a placement off every pool that they select; where they select none, that is another rule's matter. */
function keptOff(placement: Placement, pools: readonly PlannedPool[]): readonly Problem[] {
  const { path, alternatives, tolerations } = placement;
  const selects = ({ labels }: PlannedPool) => alternatives.some((demands) => canMeet(labels(), demands));
  const obstacles = ({ taints }: PlannedPool) =>
    taints().filter(
      (taint) => taint.effect !== "PreferNoSchedule" && !tolerations.some((toleration) => tolerates(toleration, taint)),
    );
  if (holdsForOne(pools, (pool) => selects(pool) && obstacles(pool).length === 0)) return [];
  return pools
    .filter(selects)
    .flatMap((pool) =>
      obstacles(pool).map((taint) => problem(path, `doesn't tolerate ${taintText(taint)} of ${pool.subject.text}`)),
    );
}

function taintText({ key, value, effect }: NodeTaint): string {
  return `${key}=${value}:${effect}`;
}
