import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import type { Keys } from "../encryption/keys";
import { endpoints } from "./endpoints";
import { flowLogs } from "./flow-logs";
import { idOf, natGateways } from "./nat-gateways";
import { planRouteTables } from "./route-plan";
import { routeTables } from "./route-tables";
import { type PlannedSubnet, planSubnets, subnetsForRole } from "./subnet-plan";
import { transitGatewayRoutes } from "./transit-gateway";

/** What the network is made from. */
export interface NetworkArgs {
  readonly platform: Platform;
  /** Key of the flow logs. */
  readonly keys: Pick<Keys, "logsKeyArn">;
}

/**
 * The VPC: its subnets, its ways out (internet gateway, a NAT gateway per zone, transit gateway), the endpoints that keep calls to AWS inside, and
 * flow logs. The default security group is emptied, so that a thing launched without one can talk to nobody.
 *
 * Source: document 000, sections 1, 2, 8 and 12; document 002, section 1.
 */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  /**
   * What traffic needs beside a subnet: routes, their gateways, endpoints. Nodes wait for these: one that starts earlier can't pull its images, and on the
   * way down one that stops later can't say that it is gone.
   */
  readonly ready: pulumi.Resource[];
  private readonly plan: readonly PlannedSubnet[];
  private readonly ids: ReadonlyMap<string, pulumi.Output<string>>;

  constructor(name: string, { platform, keys }: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("vantage:network:Network", name, {}, opts);
    const parent = { parent: this };
    const { network, cluster } = platform;
    const clusterName = cluster.name;

    const vpc = new aws.ec2.Vpc(
      `${name}-vpc`,
      {
        cidrBlock: network.cidr.toString(),
        // Both are what private names of endpoints and of the API server rest on.
        enableDnsSupport: true,
        enableDnsHostnames: true,
        tags: { Name: clusterName },
      },
      parent,
    );
    this.vpcId = vpc.id;
    new aws.ec2.DefaultSecurityGroup(
      `${name}-default`,
      { vpcId: vpc.id, ingress: [], egress: [], tags: { Name: `${clusterName}-default-unused` } },
      parent,
    );

    this.plan = planSubnets({ network, clusterName });
    this.ids = new Map(this.plan.map((planned) => [planned.name, this.subnet(name, planned).id]));
    const intra = subnetsForRole(this.plan, "intra");

    const internetGateway = new aws.ec2.InternetGateway(
      `${name}-internet`,
      { vpcId: vpc.id, tags: { Name: clusterName } },
      parent,
    );
    const nats = natGateways(
      name,
      { subnets: subnetsForRole(this.plan, "public"), subnetIds: this.ids, internetGateway, clusterName },
      parent,
    );
    const plan = planRouteTables(this.plan);
    const shared = { vpcId: vpc.id, subnetIds: this.ids, plan, clusterName };
    const { tables, routes } = routeTables(name, { ...shared, internetGateway, natGateways: nats }, parent);
    const { transitGateway } = network;
    const toTransitGateway =
      transitGateway === undefined
        ? []
        : transitGatewayRoutes(name, { ...shared, transitGateway, subnets: intra, tables }, parent);
    const reachable = endpoints(
      name,
      {
        platform,
        vpcId: vpc.id,
        subnetIds: intra.map((subnet) => idOf(this.ids, subnet)),
        routeTableIds: [...tables.values()].map(({ id }) => id),
      },
      parent,
    );
    flowLogs(name, { platform, vpcId: vpc.id, logsKeyArn: keys.logsKeyArn }, parent);

    this.ready = [...routes, ...toTransitGateway, ...reachable];
    this.registerOutputs({ vpcId: this.vpcId });
  }

  /**
   * Ids of a group's subnets, in the order of the network's zones.
   *
   * @throws {Error} when there is no such group.
   */
  subnetIds(group: string): pulumi.Output<string>[] {
    return Object.values(this.subnetIdsByZone(group));
  }

  /**
   * Ids of a group's subnets by zone.
   *
   * @throws {Error} when there is no such group.
   */
  subnetIdsByZone(group: string): Record<string, pulumi.Output<string>> {
    const subnets = this.plan.filter((subnet) => subnet.group === group);
    if (subnets.length === 0) {
      const groups = [...new Set(this.plan.map((subnet) => subnet.group))].join(", ");
      throw new Error(`vantage:network.subnets: there is no group "${group}"; the groups are ${groups}`);
    }
    return Object.fromEntries(subnets.map((subnet) => [subnet.zone, idOf(this.ids, subnet)]));
  }

  private subnet(name: string, { name: subnetName, cidr, zone, tags }: PlannedSubnet): aws.ec2.Subnet {
    return new aws.ec2.Subnet(
      `${name}-${subnetName}`,
      {
        vpcId: this.vpcId,
        cidrBlock: cidr.toString(),
        availabilityZone: zone,
        mapPublicIpOnLaunch: false,
        // Nodes are named after their address, as all documents show them (ip-10-42-17-201).
        privateDnsHostnameTypeOnLaunch: "ip-name",
        tags,
      },
      { parent: this },
    );
  }
}
