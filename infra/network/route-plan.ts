import type { SubnetRole } from "../../config/sections/network";
import type { PlannedSubnet } from "./subnet-plan";

/** Where traffic to the internet leaves a route table. */
export type DefaultRoute = "internet-gateway" | "nat-gateway" | "none";

/** A route table that is to be, and the subnets that follow it. */
export interface PlannedRouteTable {
  /** `public`, `intra` or `private-<zone>`. */
  readonly name: string;
  readonly defaultRoute: DefaultRoute;
  /** Zone whose NAT gateway the default route leads to; only where it leads to one. */
  readonly zone?: string;
  /** Whether the organisation's networks are reached from here. */
  readonly toTransitGateway: boolean;
  readonly subnets: readonly PlannedSubnet[];
}

const isPrivate = ({ role }: { readonly role: SubnetRole }) => role === "nodes" || role === "pods";

/**
 * The route tables of a plan: one for public subnets, one for intra subnets, and one per zone for nodes and pods, because a zone that loses its NAT
 * gateway must not take another down, and traffic between zones is paid for.
 *
 * The transit gateway is reached from private subnets (pods and nodes call the organisation's networks) and from intra subnets (answers of
 * the private API endpoint to administrators there). Not from public ones: they hold what faces the internet.
 */
export function planRouteTables(plan: readonly PlannedSubnet[]): PlannedRouteTable[] {
  const zones = [...new Set(plan.map(({ zone }) => zone))];
  const tables: PlannedRouteTable[] = [
    {
      name: "public",
      defaultRoute: "internet-gateway",
      toTransitGateway: false,
      subnets: plan.filter(({ role }) => role === "public"),
    },
    {
      name: "intra",
      defaultRoute: "none",
      toTransitGateway: true,
      subnets: plan.filter(({ role }) => role === "intra"),
    },
    ...zones.map((zone) => ({
      name: `private-${zone}`,
      defaultRoute: "nat-gateway" as const,
      zone,
      toTransitGateway: true,
      subnets: plan.filter((subnet) => isPrivate(subnet) && subnet.zone === zone),
    })),
  ];
  return tables.filter(({ subnets }) => subnets.length > 0);
}
