import { nodeGroupRule, sizeOf } from "../../node-groups";
import { problem } from "../../rule";

/** The numbers of nodes are in order. */
export const nodeGroupSize = nodeGroupRule(
  {
    id: "node-group-size",
    title: "Node groups begin with a number of nodes from their least to their most",
    severity: "high",
    enforcement: "mandatory",
    why: "AWS refuses other numbers halfway through an update; a group of at most none never gets a node.",
    remediation: "Choose min <= desired <= max, and at least 1 for max.",
    link: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html",
  },
  {
    check: (group) => {
      const { min, desired, max, paths } = sizeOf(group);
      if (max < 1 || max < min) {
        return [problem(paths.max, `is ${max}; it has to be at least 1, and no less than minSize, which is ${min}`)];
      }
      return min <= desired && desired <= max
        ? []
        : [problem(paths.desired, `is ${desired}; it has to be from ${min} to ${max}`)];
    },
  },
);
