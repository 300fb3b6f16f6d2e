import type { eks } from "@pulumi/aws";
import { problem, resourceRule } from "../../rule";

/** Version and build of an add-on, as EKS names them. */
const BUILD = /^v\d+\.\d+\.\d+-eksbuild\.\d+$/;

/** Add-ons are at the build that the stack names. */
export const eksAddOnPinned = resourceRule<eks.AddonArgs>(
  {
    id: "eks-add-on-pinned",
    title: "Every add-on names its version and build",
    severity: "high",
    enforcement: "mandatory",
    why: "EKS would choose the build on the day of the update: two stacks with one configuration would run two, and nobody would have tried the second.",
    remediation:
      "Set addonVersion to a full build such as v1.18.3-eksbuild.3; aws eks describe-addon-versions lists those of a Kubernetes version.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html",
  },
  {
    types: ["aws:eks/addon:Addon"],
    check: ({ inputs: { addonVersion } }) =>
      addonVersion !== undefined && BUILD.test(addonVersion)
        ? []
        : [problem("addonVersion", `is ${addonVersion ?? "not set"}; it has to be a build such as v1.18.3-eksbuild.3`)],
  },
);
