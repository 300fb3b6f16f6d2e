import { textAt } from "../../../../charts/checks/object-readers";
import { Cidr } from "../../../../config/units/cidr";
import { type PlannedResource, resourceText } from "../../../../policies/resource";
import { type ChangedThings, changeOf } from "../changed-things";
import type { PlanIndex } from "../plan-index";
import type { Subnet, SubnetGroup } from "./network";

export const SUBNET = "aws:ec2/subnet:Subnet";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
const ROUTE = "aws:ec2/route:Route";
const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";

/** What a route leads to, and how readers call it. */
const WAYS = [
  ["aws:ec2/internetGateway:InternetGateway", "internet gateway"],
  [NAT_GATEWAY, "NAT gateway"],
  ["aws:ec2transitgateway/vpcAttachment:VpcAttachment", "transit gateway"],
] as const;

/** The subnets of a network in groups: those whose names differ by their zones alone. */
export function subnetGroups(
  subnets: readonly PlannedResource[],
  plan: PlanIndex,
  changed: ChangedThings,
): readonly SubnetGroup[] {
  const groups = new Map<string, PlannedResource[]>();
  for (const subnet of subnets) {
    const name = groupName(subnet, plan);
    groups.set(name, [...(groups.get(name) ?? []), subnet]);
  }
  return [...groups]
    .map(([name, members]) => ({
      name,
      ways: WAYS.map(([, way]) => way).filter((way) => members.some((subnet) => waysOf(subnet, plan).includes(way))),
      subnets: members.map((subnet) => drawn(subnet, plan, changed)).sort((a, b) => (a.zone < b.zone ? -1 : 1)),
    }))
    .sort((a, b) => lowest(a) - lowest(b) || (a.name < b.name ? -1 : 1));
}

/** Zone of a subnet; empty where the plan doesn't know it. */
export function zoneOf({ inputs }: PlannedResource): string {
  return textAt(inputs, ["availabilityZone"]);
}

function drawn(subnet: PlannedResource, plan: PlanIndex, changed: ChangedThings): Subnet {
  const gateways = plan.ofType(NAT_GATEWAY).filter((gateway) => plan.neededBy(gateway, SUBNET).includes(subnet));
  return {
    urn: subnet.urn,
    zone: zoneOf(subnet),
    cidr: textAt(subnet.inputs, ["cidrBlock"]),
    holds: gateways.map(() => "NAT gateway"),
    ...changeOf([subnet, ...gateways].map(resourceText), changed),
  };
}

/** The name without the zone, and without what its parent is called: `network-general-us-east-1a` is of `general`. */
function groupName(subnet: PlannedResource, plan: PlanIndex): string {
  const zone = zoneOf(subnet);
  const prefix = `${plan.get(subnet.parent)?.name ?? ""}-`;
  const name = zone !== "" && subnet.name.endsWith(`-${zone}`) ? subnet.name.slice(0, -zone.length - 1) : subnet.name;
  return name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : name;
}

function waysOf(subnet: PlannedResource, plan: PlanIndex): readonly string[] {
  const tables = plan
    .ofType(ASSOCIATION)
    .filter((association) => plan.neededBy(association, SUBNET).includes(subnet))
    .flatMap((association) => plan.neededBy(association, ROUTE_TABLE));
  const routes = plan
    .ofType(ROUTE)
    .filter((route) => plan.neededBy(route, ROUTE_TABLE).some((table) => tables.includes(table)));
  return WAYS.filter(([type]) => routes.some((route) => plan.neededBy(route, type).length > 0)).map(([, way]) => way);
}

/** The first address of a group as a number; groups whose addresses aren't known come last. */
function lowest({ subnets }: SubnetGroup): number {
  const firsts = subnets.map(({ cidr }) => {
    try {
      return Cidr.parse(cidr).first;
    } catch {
      return Number.MAX_SAFE_INTEGER;
    }
  });
  return Math.min(...firsts);
}
