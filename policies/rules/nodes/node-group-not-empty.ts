import { nodeGroupRule, sizeOf } from "../../node-groups";
import { problem } from "../../rule";

/**
 * A group has nodes from the first day.
 *
 * Advisory: a group that may be empty is filled by cluster-autoscaler, where there is one, and `pulumi up --refresh` may find it empty at night.
 */
export const nodeGroupNotEmpty = nodeGroupRule(
  {
    id: "node-group-not-empty",
    title: "Node groups begin with at least one node",
    severity: "low",
    enforcement: "advisory",
    why: "Without an autoscaler that knows the group, the pods that select it wait for ever.",
    remediation: "Begin with at least one node, or take the group away if nothing selects it.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html",
  },
  {
    check: (group) => {
      const { desired, paths } = sizeOf(group);
      return desired > 0 ? [] : [problem(paths.desired, "is 0; it has to be at least 1")];
    },
  },
);
