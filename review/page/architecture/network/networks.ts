import { textAt } from "../../../../charts/checks/object-readers";
import { type PlannedResource, resourceText } from "../../../../policies/resource";
import { type ChangedThings, changeOf } from "../changed-things";
import type { PlanIndex } from "../plan-index";
import type { Named, Network } from "./network";
import { SUBNET, subnetGroups, zoneOf } from "./subnet-groups";

const VPC = "aws:ec2/vpc:Vpc";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** What leads out of a network, by type. */
const WAYS: Readonly<Record<string, string>> = {
  "aws:ec2/internetGateway:InternetGateway": "internet gateway",
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": "egress-only gateway",
  "aws:ec2/vpnGateway:VpnGateway": "VPN gateway",
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": "peering",
  "aws:ec2transitgateway/vpcAttachment:VpcAttachment": "transit gateway",
};

/** Every network of a plan. */
export function networksOf(plan: PlanIndex, changed: ChangedThings): readonly Network[] {
  return plan.ofType(VPC).map((vpc) => {
    const inside = plan.resources.filter((resource) => plan.neededBy(resource, VPC).includes(vpc));
    const subnets = inside.filter(({ type }) => type === SUBNET);
    const region = plan.regionOf(vpc);
    return {
      name: textAt(vpc.inputs, ["tags", "Name"]) || vpc.name,
      cidr: textAt(vpc.inputs, ["cidrBlock"]),
      ...(region === undefined ? {} : { region }),
      zones: [...new Set(subnets.map(zoneOf))].sort(),
      groups: subnetGroups(subnets, plan, changed),
      ways: inside.flatMap((resource) => {
        const name = WAYS[resource.type];
        return name === undefined ? [] : [named(name, resource, changed)];
      }),
      endpoints: inside
        .filter(({ type }) => type === ENDPOINT)
        .map((endpoint) => named(serviceOf(endpoint), endpoint, changed)),
      ...changeOf([resourceText(vpc)], changed),
    };
  });
}

function named(name: string, resource: PlannedResource, changed: ChangedThings): Named {
  return { name, ...changeOf([resourceText(resource)], changed) };
}

/** `com.amazonaws.eu-west-1.ecr.api` is `ecr.api`. Source: AWS PrivateLink guide, "AWS services that integrate". */
function serviceOf({ inputs, name }: PlannedResource): string {
  const service = textAt(inputs, ["serviceName"]);
  return /^(?:[a-z]+\.)+[a-z]+(?:-[a-z]+)+-\d\.(.+)$/.exec(service)?.[1] ?? (service || name);
}
