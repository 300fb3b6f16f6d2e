import type { eks } from "@pulumi/aws";
import { SPOT_NODE_LABEL } from "../../../config/reference/node-labels";
import { NODE_GROUP } from "../../node-groups";
import { problem, resourceRule } from "../../rule";

/** The nodes of spot groups are found by aws-node-termination-handler. */
export const spotNodeLabel = resourceRule<eks.NodeGroupArgs>(
  {
    id: "spot-node-label",
    title: "Nodes of spot groups carry the label by which the termination handler finds them",
    severity: "high",
    enforcement: "mandatory",
    why: "No handler runs on a node without it: its pods are killed when EC2 takes the node back, two minutes after a warning that nobody read.",
    remediation: `Give the group the labels ${labelsText()}.`,
    link: "https://github.com/aws/aws-node-termination-handler",
  },
  {
    types: [NODE_GROUP],
    when: ({ inputs: { capacityType } }) => capacityType === "SPOT",
    check: ({ inputs: { labels } }) =>
      Object.entries(SPOT_NODE_LABEL)
        .filter(([key, value]) => labels?.[key] !== value)
        .map(([key, value]) => problem(["labels", key], `is ${labels?.[key] ?? "not set"}; it has to be ${value}`)),
  },
);

function labelsText(): string {
  return Object.entries(SPOT_NODE_LABEL)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ");
}
