import type { ec2 } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { nodeGroupRule } from "../../node-groups";
import { problem } from "../../rule";

const SUBNET = "aws:ec2/subnet:Subnet";

/** The subnets of node groups hand out no public addresses. They are found by dependency, because a preview doesn't know their ids. */
export const nodeGroupPrivateSubnets = nodeGroupRule(
  {
    id: "node-group-private-subnets",
    title: "Node groups are in subnets that give no public address",
    severity: "high",
    enforcement: "mandatory",
    why: "A launch template that says nothing leaves it to the subnet, and the nodes could be reached from the internet.",
    remediation: "Put the group into private subnets, or set mapPublicIpOnLaunch of these to false.",
    link: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
  },
  {
    when: (group, estate) => estate.dependenciesOf(group, SUBNET).length > 0,
    check: (group, estate) =>
      estate
        .dependenciesOf<Unwrap<ec2.SubnetArgs>>(group, SUBNET)
        .filter(({ inputs }) => inputs.mapPublicIpOnLaunch === true)
        .map(({ name }) => problem("subnets", `${name} has mapPublicIpOnLaunch true; it has to be false`)),
  },
);
