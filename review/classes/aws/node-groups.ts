import type { Difference } from "../../diff/compare";
import { fieldFromTo, lowered, noneLeft } from "../amounts";
import { wasProtected } from "../protection";
import type { LifeRow, Subject, TypeRows } from "../row";

/** Token of a managed node group. */
export const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
/** Token of an Auto Scaling group. */
export const SCALING_GROUP = "aws:autoscaling/group:Group";
/** Source of how EKS replaces nodes. */
export const UPDATE = 'Amazon EKS User Guide, "Understand each phase of node updates"';
const SIZES = "Amazon EKS API, UpdateNodegroupConfig";
/** Source of what another template does to instances that run. */
export const TEMPLATE =
  'Amazon EC2 Auto Scaling User Guide, "Launch templates": instances that run keep what they were started with';
const SCALE_IN = 'Amazon EC2 Auto Scaling User Guide, "Use instance scale-in protection"';

const DRAINED: LifeRow = {
  class: "replacement",
  reason: "its nodes are drained, all at once, and are gone; their pods go where there is room",
  source: UPDATE,
};

/** What changes of pools of nodes do. */
export const NODE_GROUP_ROWS: readonly TypeRows[] = [
  {
    of: [NODE_GROUP],
    removed: [DRAINED],
    fields: [
      ...["version", "releaseVersion"].map((input) => ({
        path: [input],
        class: "rolling" as const,
        reason: "EKS replaces the group's nodes one after the other, and respects disruption budgets unless forced",
        source: UPDATE,
      })),
      {
        path: ["launchTemplate", "version"],
        class: "rolling",
        reason: "EKS replaces the group's nodes one after the other",
        source: UPDATE,
      },
      ...["maxSize", "desiredSize"].map((size) => ({
        path: ["scalingConfig", size],
        when: noneLeft,
        class: "replacement" as const,
        reason: "all nodes of the group are drained and ended; their pods go where there is room",
        source: SIZES,
      })),
      {
        path: ["scalingConfig", "maxSize"],
        when: (change) => lowered(change, 0),
        class: "in place",
        reason: (change) =>
          `the group may have fewer nodes, ${fieldFromTo(change)}; above that it ends nodes after draining them`,
        source: SIZES,
      },
      {
        path: ["scalingConfig"],
        class: "in place",
        reason: (change) =>
          `only the bounds of the group change, ${fieldFromTo(change)}: nodes come and go as pods need them`,
        source: SIZES,
      },
      {
        path: ["labels"],
        class: "in place",
        reason: "EKS sets the labels of the nodes that run, and pods that are there stay",
        source: SIZES,
      },
      {
        path: ["taints"],
        class: "in place",
        reason: (change) =>
          JSON.stringify(change.after ?? "").includes("NO_EXECUTE")
            ? "EKS sets the taints of the nodes that run: pods that don't tolerate it are evicted"
            : "EKS sets the taints of the nodes that run; pods that are there stay",
        source: SIZES,
      },
      {
        path: ["forceUpdateVersion"],
        when: ({ after }) => after === true,
        class: "in place",
        reason: "nothing happens now, but the next update of the nodes doesn't wait for disruption budgets",
        source: UPDATE,
      },
    ],
  },
  {
    of: [SCALING_GROUP],
    removed: [
      {
        when: wasProtected,
        class: "data loss",
        reason: "its instances are ended, and what is on their own disks goes with them",
        source: 'Amazon EC2 User Guide, "Instance store temporary block storage"',
      },
      DRAINED,
    ],
    fields: [
      {
        path: ["launchTemplate"],
        when: (_, { after }) => after?.instanceRefresh !== undefined,
        class: "rolling",
        reason: "the group replaces its instances one after the other (instanceRefresh)",
        source: TEMPLATE,
      },
      {
        path: ["launchTemplate"],
        class: "in place",
        reason: "instances that start from now on have it; those that run keep what they have",
        source: TEMPLATE,
      },
      ...["maxSize", "desiredCapacity"].map((input) => ({
        path: [input],
        when: (change: Difference, { after }: Subject) => noneLeft(change) && after?.protectFromScaleIn !== true,
        class: "replacement" as const,
        reason: "the group ends all its instances, without draining them; their pods go where there is room",
        source: SCALE_IN,
      })),
      ...["maxSize", "desiredCapacity"].map((input) => ({
        path: [input],
        when: (change: Difference) => lowered(change, 0),
        class: "in place" as const,
        reason: (change: Difference, { after }: Subject) =>
          after?.protectFromScaleIn === true
            ? `the group may have fewer instances, ${fieldFromTo(change)}; those that run are protected until somebody ends them`
            : `the group ends instances without draining them, ${fieldFromTo(change)}`,
        source: SCALE_IN,
      })),
    ],
  },
];
