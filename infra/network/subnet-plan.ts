import type { Platform } from "../../config/platform";
import { DISCOVERY_TAG } from "../../config/reference/discovery";
import type { SubnetRole } from "../../config/sections/network";
import type { Cidr } from "../../config/units/cidr";

/** A subnet that is to be: one group in one zone. */
export interface PlannedSubnet {
  /** `<group>-<zone>`: unique in the plan, and the stem of every name that follows from it. */
  readonly name: string;
  readonly group: string;
  readonly role: SubnetRole;
  readonly zone: string;
  readonly cidr: Cidr;
  readonly tags: Readonly<Record<string, string>>;
}

/** What a subnet plan is made from: the network and the name of the cluster that lives in it. */
export interface SubnetPlanInput {
  readonly network: Pick<Platform["network"], "zones" | "subnets">;
  readonly clusterName: string;
}

/**
 * Every subnet of the network: groups in the order of the stack file, within a group the zones in the order of `zones`.
 *
 * Zones come from `zones`, not from the keys of a group, so that the order of a group's blocks in the file decides nothing.
 *
 * @throws {Error} when a group has no block in one of the zones.
 */
export function planSubnets({ network, clusterName }: SubnetPlanInput): PlannedSubnet[] {
  return Object.entries(network.subnets).flatMap(([group, { role, cidrs, karpenter }]) =>
    network.zones.map((zone) => {
      const cidr = cidrs[zone];
      if (cidr === undefined) {
        throw new Error(
          `vantage:network.subnets.${group}.cidrs: no block for zone ${zone}; a group has one block in every zone of vantage:network.zones. Add one.`,
        );
      }
      const name = `${group}-${zone}`;
      const tags = { Name: `${clusterName}-${name}`, ...discoveryTags({ role, karpenter, clusterName }) };
      return { name, group, role, zone, cidr, tags };
    }),
  );
}

/**
 * Tags by which others find a subnet:
 * - load balancers go to public subnets when they face the internet and to node subnets when they don't. Pod subnets are not offered: an
 *   address taken there is one that a pod doesn't get;
 * - `kubernetes.io/cluster/<name>: shared` gives these subnets precedence for this cluster, and leaves them alone when the cluster goes;
 * - Karpenter launches nodes where its discovery tag names the cluster.
 *
 * Source: EKS user guide, "Amazon EKS VPC and subnet requirements"; document 001, section 1, EC2NodeClass, for Karpenter's tag.
 */
function discoveryTags(subnet: {
  readonly role: SubnetRole;
  readonly karpenter: boolean;
  readonly clusterName: string;
}): Record<string, string> {
  const loadBalancer = LOAD_BALANCER_TAGS[subnet.role];
  return {
    ...(loadBalancer === undefined
      ? {}
      : { [`kubernetes.io/cluster/${subnet.clusterName}`]: "shared", [loadBalancer]: "1" }),
    ...(subnet.karpenter ? { [DISCOVERY_TAG]: subnet.clusterName } : {}),
  };
}

const LOAD_BALANCER_TAGS: Readonly<Partial<Record<SubnetRole, string>>> = {
  public: "kubernetes.io/role/elb",
  nodes: "kubernetes.io/role/internal-elb",
};

/**
 * The subnets of one role that hold a single thing per zone (a NAT gateway, an endpoint, an attachment): those of the first group with that role.
 *
 * @throws {Error} when no group has the role.
 */
export function subnetsForRole(plan: readonly PlannedSubnet[], role: SubnetRole): PlannedSubnet[] {
  const group = plan.find((subnet) => subnet.role === role)?.group;
  if (group === undefined) {
    throw new Error(
      `vantage:network.subnets: no group has role ${role}, which the network can't be without; add a group with \`role: ${role}\` and a block in every zone.`,
    );
  }
  return plan.filter((subnet) => subnet.group === group);
}
