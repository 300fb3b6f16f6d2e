import type { eks } from "@pulumi/aws";
import { SPOT_POOL_TYPES } from "../../../config/checks/node-pools";
import { NODE_GROUP } from "../../node-groups";
import { problem, resourceRule } from "../../rule";

/** A spot group has several kinds of spare capacity to choose from. */
export const spotInstanceChoice = resourceRule<eks.NodeGroupArgs>(
  {
    id: "spot-instance-choice",
    title: `Spot groups name at least ${SPOT_POOL_TYPES} instance types`,
    severity: "medium",
    enforcement: "mandatory",
    why: "When EC2 wants one type back, all nodes of the group go at once, and none comes in their place.",
    remediation: `Name at least ${SPOT_POOL_TYPES} types of the same vCPU and memory.`,
    link: "https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html",
  },
  {
    types: [NODE_GROUP],
    when: ({ inputs: { capacityType } }) => capacityType === "SPOT",
    check: ({ inputs: { instanceTypes } }) => {
      const types = [...new Set(instanceTypes ?? [])];
      return types.length >= SPOT_POOL_TYPES
        ? []
        : [
            problem(
              "instanceTypes",
              `is ${types.join(", ") || "empty"}; it has to be at least ${SPOT_POOL_TYPES} types`,
            ),
          ];
    },
  },
);
