import type { eks } from "@pulumi/aws";
import { mappingAt } from "../../../charts/checks/object-readers";
import { configurationIn } from "../../add-on-configuration";
import { problemsOfMalformed } from "../../malformed";
import { problem, resourceRule } from "../../rule";
import { withoutValue } from "../../tags";

/** Where the add-on's configuration has the tags. Source: kubernetes-sigs/aws-ebs-csi-driver, charts/aws-ebs-csi-driver, values.yaml. */
const TAGS = ["controller", "extraVolumeTags"] as const;

/** Volumes that pods claim have the stack's tags: the CSI driver makes them, out of reach of the provider's tags. */
export const claimedVolumeTags = resourceRule<eks.AddonArgs>(
  {
    id: "claimed-volume-tags",
    title: "The EBS CSI driver gives the volumes it makes the tags that the stack requires",
    severity: "medium",
    enforcement: "mandatory",
    why: "A volume outlives its pod and often its cluster; without tags nobody knows whose data it was.",
    remediation: "Set controller.extraVolumeTags in the configuration of the add-on aws-ebs-csi-driver.",
    link: "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md",
  },
  {
    types: ["aws:eks/addon:Addon"],
    when: ({ inputs }) => inputs.addonName === "aws-ebs-csi-driver",
    check: ({ inputs }, { settings }) => {
      return problemsOfMalformed(() =>
        withoutValue(settings.requiredTags, mappingAt(configurationIn(inputs.configurationValues), TAGS)).map(
          ({ tag, given }) => problem(["configurationValues", ...TAGS, tag], `is ${given}; it needs a value`),
        ),
      );
    },
  },
);
