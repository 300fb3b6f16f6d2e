import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Platform } from "../../config/platform";
import { policyJson } from "../identity/policy-document";
import { endpointServiceName, planEndpoints } from "./endpoint-plan";
import { endpointPolicy } from "./endpoint-policy";

/** Port of HTTPS, the only one that AWS endpoints answer on. */
const HTTPS_PORT = 443;

/** What the endpoints are made from. */
export interface EndpointsArgs {
  readonly platform: Platform;
  readonly vpcId: pulumi.Input<string>;
  /** Intra subnets, one per zone: interface endpoints answer in every zone. */
  readonly subnetIds: pulumi.Input<string>[];
  /** Every route table: gateway endpoints are routes. */
  readonly routeTableIds: pulumi.Input<string>[];
}

/**
 * The endpoints of the network. Interface endpoints take over the public names of their services inside the VPC, so nothing has to be configured
 * to use them; their security group admits HTTPS from the VPC and lets nothing out.
 */
export function endpoints(name: string, args: EndpointsArgs, opts: pulumi.CustomResourceOptions): pulumi.Resource[] {
  const { platform, vpcId, subnetIds, routeTableIds } = args;
  const planned = planEndpoints(platform.network.endpoints);
  const interfaces = planned.some(({ kind }) => kind === "Interface") ? securityGroup(name, args, opts) : undefined;
  return planned.map((endpoint) => {
    const common = {
      vpcId,
      serviceName: endpointServiceName(platform.aws, endpoint),
      vpcEndpointType: endpoint.kind,
      policy: policyJson(endpointPolicy(platform.aws, endpoint)),
      tags: { Name: `${platform.cluster.name}-${endpoint.service}` },
    };
    const placement =
      interfaces === undefined || endpoint.kind === "Gateway"
        ? { routeTableIds }
        : { subnetIds, securityGroupIds: [interfaces.group.id], privateDnsEnabled: true };
    return new aws.ec2.VpcEndpoint(
      `${name}-${endpoint.service}`,
      { ...common, ...placement },
      // From the moment an interface endpoint answers, nothing else does: it must already admit callers.
      endpoint.kind === "Interface" && interfaces !== undefined ? { ...opts, dependsOn: [interfaces.rule] } : opts,
    );
  });
}

function securityGroup(name: string, { platform, vpcId }: EndpointsArgs, opts: pulumi.CustomResourceOptions) {
  const tags = { Name: `${platform.cluster.name}-endpoints` };
  const group = new aws.ec2.SecurityGroup(
    `${name}-endpoints`,
    {
      name: `${platform.cluster.name}-endpoints`,
      description: "Interface endpoints: HTTPS from the VPC",
      vpcId,
      tags,
    },
    opts,
  );
  const rule = new aws.vpc.SecurityGroupIngressRule(
    `${name}-endpoints-https`,
    {
      securityGroupId: group.id,
      description: "HTTPS from the VPC",
      ipProtocol: "tcp",
      fromPort: HTTPS_PORT,
      toPort: HTTPS_PORT,
      cidrIpv4: platform.network.cidr.toString(),
      tags,
    },
    opts,
  );
  return { group, rule };
}
