import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { idOf } from "./nat-gateways";
import type { PlannedRouteTable } from "./route-plan";

/** Every address: the destination of a default route. */
const ANYWHERE = "0.0.0.0/0";

/** What the route tables are made from. */
export interface RouteTablesArgs {
  readonly plan: readonly PlannedRouteTable[];
  readonly vpcId: pulumi.Input<string>;
  readonly subnetIds: ReadonlyMap<string, pulumi.Output<string>>;
  readonly internetGateway: aws.ec2.InternetGateway;
  /** NAT gateways by zone. */
  readonly natGateways: ReadonlyMap<string, aws.ec2.NatGateway>;
  readonly clusterName: string;
}

/** Route tables by their planned name, and what has to exist before traffic flows through them. */
export interface RouteTables {
  readonly tables: ReadonlyMap<string, aws.ec2.RouteTable>;
  readonly routes: readonly pulumi.Resource[];
}

/**
 * The planned route tables with their default routes and subnets. Routes are resources of their own, not lists inside the tables: EC2 adds the
 * gateway endpoints' routes itself, and an inline list would take them out again.
 */
export function routeTables(name: string, args: RouteTablesArgs, opts: pulumi.CustomResourceOptions): RouteTables {
  const tables = new Map<string, aws.ec2.RouteTable>();
  const routes: pulumi.Resource[] = [];
  for (const planned of args.plan) {
    const table = new aws.ec2.RouteTable(
      `${name}-${planned.name}`,
      { vpcId: args.vpcId, tags: { Name: `${args.clusterName}-${planned.name}` } },
      opts,
    );
    tables.set(planned.name, table);
    const target = defaultTarget(planned, args);
    if (target !== undefined) {
      routes.push(
        new aws.ec2.Route(
          `${name}-${planned.name}-default`,
          { routeTableId: table.id, destinationCidrBlock: ANYWHERE, ...target },
          opts,
        ),
      );
    }
    for (const subnet of planned.subnets) {
      routes.push(
        new aws.ec2.RouteTableAssociation(
          `${name}-${subnet.name}`,
          { routeTableId: table.id, subnetId: idOf(args.subnetIds, subnet) },
          opts,
        ),
      );
    }
  }
  return { tables, routes };
}

function defaultTarget({ name, defaultRoute, zone }: PlannedRouteTable, args: RouteTablesArgs) {
  switch (defaultRoute) {
    case "none":
      return undefined;
    case "internet-gateway":
      return { gatewayId: args.internetGateway.id };
    case "nat-gateway": {
      const gateway = args.natGateways.get(zone ?? "");
      if (gateway === undefined) {
        throw new Error(
          `vantage:network.subnets: route table ${name} needs a NAT gateway in zone ${zone}, and no group of role public has a subnet there. Add one.`,
        );
      }
      return { natGatewayId: gateway.id };
    }
  }
}
