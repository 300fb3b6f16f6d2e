import { nodeGroupRule, templatesOf } from "../../node-groups";
import { isGiven } from "../../resource";
import { problem } from "../../rule";

/** Nodes are launched from a template of the stack, which the rules about templates judge. */
export const nodeGroupLaunchTemplate = nodeGroupRule(
  {
    id: "node-group-launch-template",
    title: "Node groups launch from a template of the stack",
    severity: "high",
    enforcement: "mandatory",
    why: "EKS would make a template of its own, with the volume as the image has it and a metadata service that pods reach.",
    remediation: "Give the group a LaunchTemplate of the stack by launchTemplate.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html",
  },
  {
    check: (group, estate) => {
      const given = isGiven(group.inputs, "launchTemplate") || isGiven(group.inputs, "mixedInstancesPolicy");
      if (!given) return [problem("launchTemplate", "is not set; it has to be a LaunchTemplate of the stack")];
      return templatesOf(group, estate).length > 0
        ? []
        : [problem("launchTemplate", "is none of the stack's; it has to be a LaunchTemplate of the stack")];
    },
  },
);
