import type { autoscaling, ec2 } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { mappingAt } from "../../../charts/checks/object-readers";
import type { Estate } from "../../estate";
import { isTrue } from "../../input-values";
import { problem, resourceRule } from "../../rule";
import { tagsOf, withoutValue } from "../../tags";

/** What an instance consists of for those who pay for it. */
const LAUNCHED = ["instance", "volume", "network-interface"] as const;

/**
 * Instances have the stack's tags, and so have their volumes and interfaces. The tags of a launch template, or of the provider, don't reach them: its tag specifications do, and, for
 * instances alone, tags of an Auto Scaling group that it propagates. Karpenter's node classes have a semantic check of their own.
 */
export const launchTags = resourceRule<ec2.LaunchTemplateArgs>(
  {
    id: "launch-tags",
    title: "Instances of a launch template, their volumes and their interfaces get the tags that the stack requires",
    severity: "medium",
    enforcement: "mandatory",
    why: "Instances and volumes are most of the bill, and without tags it is nobody's.",
    remediation:
      "Give the launch template tagSpecifications for instance, volume and network-interface with the required tags; or, for instances, let their Auto Scaling group propagate them.",
    link: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html",
  },
  {
    types: ["aws:ec2/launchTemplate:LaunchTemplate"],
    check: ({ urn, inputs }, estate) =>
      LAUNCHED.flatMap((what) => {
        const tags = {
          ...(what === "instance" ? propagated(estate, urn) : {}),
          ...tagsOf(inputs.tagSpecifications?.find(({ resourceType }) => resourceType === what)?.tags),
        };
        return withoutValue(estate.settings.requiredTags, tags).map(({ tag, given }) =>
          problem("tagSpecifications", `tag ${tag} of ${what} is ${given}; it needs a value`),
        );
      }),
  },
);

/** Tags that every group with the template gives to its instances: one that a single group leaves out is missing there. */
function propagated(estate: Estate, template: string): Readonly<Record<string, unknown>> {
  const groups = estate
    .ofType<Unwrap<autoscaling.GroupArgs>>("aws:autoscaling/group:Group")
    .filter(({ dependencies }) => dependencies.includes(template))
    .map(({ inputs }) => tagsOf((inputs.tags ?? []).filter(({ propagateAtLaunch }) => isTrue(propagateAtLaunch))));
  const [first = {}, ...others] = groups;
  return Object.fromEntries(
    Object.entries(mappingAt(first, [])).filter(([key]) => others.every((other) => key in other)),
  );
}
