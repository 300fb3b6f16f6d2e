import type { eks } from "@pulumi/aws";
import { NODE_GROUP } from "../../node-groups";
import { problem, resourceRule } from "../../rule";

/** An update waits for disruption budgets. */
export const nodeGroupForcedUpdate = resourceRule<eks.NodeGroupArgs>(
  {
    id: "node-group-forced-update",
    title: "No update of a node group overrides disruption budgets",
    severity: "high",
    enforcement: "mandatory",
    why: "EKS would end pods that a budget keeps, and with them the last replica or the quorum of what they hold.",
    remediation: "Set forceUpdateVersion to false; an update that a budget stops is for a person to look at.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html",
  },
  {
    types: [NODE_GROUP],
    check: ({ inputs: { forceUpdateVersion } }) =>
      forceUpdateVersion === true ? [problem("forceUpdateVersion", "is true; it has to be false, or left out")] : [],
  },
);
