import type { eks } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { nodeGroupRule } from "../../node-groups";
import { problem } from "../../rule";

const ADD_ON = "aws:eks/addon:Addon";
const POD_NETWORK = "vpc-cni";

/** The pod network is configured before the first node comes. */
export const vpcCniBeforeNodes = nodeGroupRule(
  {
    id: "vpc-cni-before-nodes",
    title: "Node groups wait for the add-on vpc-cni",
    severity: "high",
    enforcement: "mandatory",
    why: "A node that comes first never gets ready, or gives its pods addresses of the node subnets until it is replaced.",
    remediation: "Add the add-on vpc-cni, and what configures it, to dependsOn of the group.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/managing-vpc-cni.html",
  },
  {
    check: (group, estate) => {
      const addOns = estate.dependenciesOf<Unwrap<eks.AddonArgs>>(group, ADD_ON);
      return addOns.some(({ inputs }) => inputs.addonName === POD_NETWORK)
        ? []
        : [problem("dependsOn", `lacks the add-on ${POD_NETWORK}; the group has to be created after it`)];
    },
  },
);
