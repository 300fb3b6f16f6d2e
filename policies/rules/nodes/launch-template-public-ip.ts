import type { ec2 } from "@pulumi/aws";
import { LAUNCH_TEMPLATE } from "../../node-groups";
import { problem, resourceRule } from "../../rule";

/** No launch template asks for an address of the internet. */
export const launchTemplatePublicIp = resourceRule<ec2.LaunchTemplateArgs>(
  {
    id: "launch-template-public-ip",
    title: "Launch templates give no public address",
    severity: "high",
    enforcement: "mandatory",
    why: "The node could be reached from the internet, past the NAT gateways and whatever watches them.",
    remediation: "Leave associatePublicIpAddress out of networkInterfaces, or set it to false.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html",
  },
  {
    types: [LAUNCH_TEMPLATE],
    check: ({ inputs: { networkInterfaces } }) =>
      (networkInterfaces ?? []).flatMap(({ associatePublicIpAddress }, index) =>
        // The provider takes it as text.
        String(associatePublicIpAddress) === "true"
          ? [
              problem(
                ["networkInterfaces", index, "associatePublicIpAddress"],
                "is true; it has to be false, or left out",
              ),
            ]
          : [],
      ),
  },
);
