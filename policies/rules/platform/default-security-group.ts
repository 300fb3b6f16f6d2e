import type { ec2 } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { problem, resourceRule } from "../../rule";

/** The security group that a VPC comes with admits nothing: what is launched without a group gets it. */
export const defaultSecurityGroup = resourceRule<ec2.VpcArgs>(
  {
    id: "default-security-group",
    title: "The default security group of every VPC is taken over and has no rule",
    severity: "medium",
    enforcement: "mandatory",
    why: "As it comes, it lets everything that was launched without a group of its own talk to each other and to the world.",
    remediation: "Give the VPC a DefaultSecurityGroup with empty ingress and egress.",
    link: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
  },
  {
    types: ["aws:ec2/vpc:Vpc"],
    check: ({ urn }, estate) => {
      const group = estate
        .ofType<Unwrap<ec2.DefaultSecurityGroupArgs>>("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")
        .find(({ dependencies }) => dependencies.includes(urn));
      if (group === undefined) return [problem("", "has no DefaultSecurityGroup that takes over its own")];
      return (["ingress", "egress"] as const).flatMap((way) => {
        const rules = group.inputs[way]?.length ?? 0;
        return rules === 0 ? [] : [problem(way, `${group.name} has ${rules} of them; it must have none`)];
      });
    },
  },
);
