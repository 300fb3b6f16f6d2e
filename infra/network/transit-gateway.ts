import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import { idOf } from "./nat-gateways";
import type { PlannedRouteTable } from "./route-plan";
import type { PlannedSubnet } from "./subnet-plan";

/** What the attachment is made from. */
export interface TransitGatewayArgs {
  readonly transitGateway: NonNullable<Platform["network"]["transitGateway"]>;
  readonly vpcId: pulumi.Input<string>;
  /** Intra subnets, one per zone: the attachment takes one address in each. */
  readonly subnets: readonly PlannedSubnet[];
  readonly subnetIds: ReadonlyMap<string, pulumi.Output<string>>;
  readonly plan: readonly PlannedRouteTable[];
  readonly tables: ReadonlyMap<string, aws.ec2.RouteTable>;
  readonly clusterName: string;
}

/**
 * Attaches the VPC to the organisation's transit gateway and leads its destinations there. With which of the gateway's own route tables the attachment is
 * associated is left to the gateway: it belongs to another account, and only its owner may say.
 *
 * Source: document 000, section 12, Network Capacity (2.8 Gbps on average through the gateway).
 *
 * @returns the routes; they exist only once the attachment does, because EC2 refuses a route to a gateway that isn't attached.
 */
export function transitGatewayRoutes(
  name: string,
  { transitGateway, vpcId, subnets, subnetIds, plan, tables, clusterName }: TransitGatewayArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const attachment = new aws.ec2transitgateway.VpcAttachment(
    `${name}-transit-gateway`,
    {
      transitGatewayId: transitGateway.id,
      vpcId,
      subnetIds: subnets.map((subnet) => idOf(subnetIds, subnet)),
      dnsSupport: "enable",
      ipv6Support: "disable",
      tags: { Name: clusterName },
    },
    opts,
  );
  const destinations = transitGateway.destinations.map(String);
  return plan
    .filter(({ toTransitGateway }) => toTransitGateway)
    .flatMap((planned) =>
      destinations.map(
        (destinationCidrBlock) =>
          new aws.ec2.Route(
            `${name}-${planned.name}-${destinationCidrBlock}`,
            {
              routeTableId: tableOf(tables, planned),
              destinationCidrBlock,
              transitGatewayId: transitGateway.id,
            },
            { ...opts, dependsOn: [attachment] },
          ),
      ),
    );
}

/** The id of a planned route table among those that were made from the same plan. */
function tableOf(
  tables: ReadonlyMap<string, aws.ec2.RouteTable>,
  { name }: Pick<PlannedRouteTable, "name">,
): pulumi.Output<string> {
  const table = tables.get(name);
  if (table === undefined) {
    throw new Error(`route table ${name} is planned and was not made: both must come from the same plan`);
  }
  return table.id;
}
