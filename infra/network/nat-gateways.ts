import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { PlannedSubnet } from "./subnet-plan";

/** What the NAT gateways are made from. */
export interface NatGatewaysArgs {
  /** Public subnets, one per zone. */
  readonly subnets: readonly PlannedSubnet[];
  readonly subnetIds: ReadonlyMap<string, pulumi.Output<string>>;
  readonly internetGateway: aws.ec2.InternetGateway;
  readonly clusterName: string;
}

/**
 * A NAT gateway with an address of its own in every zone, by zone.
 *
 * The internet gateway comes first and goes last: EC2 takes no public address into a VPC without one, and gives none back while one is in use.
 */
export function natGateways(
  name: string,
  { subnets, subnetIds, internetGateway, clusterName }: NatGatewaysArgs,
  opts: pulumi.CustomResourceOptions,
): ReadonlyMap<string, aws.ec2.NatGateway> {
  const afterInternetGateway = { ...opts, dependsOn: [internetGateway] };
  return new Map(
    subnets.map((subnet) => {
      const tags = { Name: `${clusterName}-nat-${subnet.zone}` };
      const address = new aws.ec2.Eip(`${name}-nat-${subnet.zone}`, { domain: "vpc", tags }, afterInternetGateway);
      const gateway = new aws.ec2.NatGateway(
        `${name}-nat-${subnet.zone}`,
        {
          subnetId: idOf(subnetIds, subnet),
          allocationId: address.allocationId,
          connectivityType: "public",
          tags,
        },
        afterInternetGateway,
      );
      return [subnet.zone, gateway];
    }),
  );
}

/** The id of a planned subnet among those that were made from the same plan. */
export function idOf(
  subnetIds: ReadonlyMap<string, pulumi.Output<string>>,
  { name }: Pick<PlannedSubnet, "name">,
): pulumi.Output<string> {
  const id = subnetIds.get(name);
  if (id === undefined) {
    throw new Error(`subnet ${name} is planned and was not made: both must come from the same plan`);
  }
  return id;
}
