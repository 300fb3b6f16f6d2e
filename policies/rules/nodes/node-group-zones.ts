import type { ec2 } from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";
import { NODE_GROUP, nodeGroupRule } from "../../node-groups";
import { problem } from "../../rule";

/** Fewest zones of a group: one may be lost. */
const FEWEST = 2;

/** A group outlives the loss of a zone. The zones are found by dependency, because a preview doesn't know the ids of subnets. */
export const nodeGroupZones = nodeGroupRule(
  {
    id: "node-group-zones",
    title: `Node groups are spread over at least ${FEWEST} subnets, in as many zones`,
    severity: "high",
    enforcement: "mandatory",
    why: "The loss of a zone would take all nodes of the group, and what runs on it could go nowhere.",
    remediation: "Give the group the subnets of all zones.",
    link: "https://docs.aws.amazon.com/eks/latest/best-practices/reliability.html",
  },
  {
    check: (group, estate) => {
      const [path, subnets] =
        group.type === NODE_GROUP
          ? ["subnetIds", group.inputs.subnetIds]
          : ["vpcZoneIdentifiers", group.inputs.vpcZoneIdentifiers];
      const count = subnets?.length ?? 0;
      if (count < FEWEST) {
        return [problem(path, `has ${count} of them; it has to have at least ${FEWEST}`)];
      }
      const known = estate.dependenciesOf<Unwrap<ec2.SubnetArgs>>(group, "aws:ec2/subnet:Subnet");
      const zones = [...new Set(known.map(({ inputs }) => inputs.availabilityZone))];
      return known.length === 0 || zones.length >= FEWEST
        ? []
        : [problem(path, `lies in ${zones.join(", ")} alone; it has to be in at least ${FEWEST} zones`)];
    },
  },
);
