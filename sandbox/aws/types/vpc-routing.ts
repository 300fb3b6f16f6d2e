import { ec2Id, ec2Outputs } from "../identifiers";
import { exactlyOne, ipv4Block, oneOf } from "../input-rules";
import { type Admission, type AwsType, byId, type Subject } from "../resource-type";
import {
  ELASTIC_IP,
  INTERNET_GATEWAY,
  NAT_GATEWAY,
  ROUTE_TABLE,
  SUBNET,
  TRANSIT_GATEWAY_ATTACHMENT,
  VPC,
} from "./tokens";
import { TRANSIT_GATEWAY_ID } from "./vpc-access";

/** Inputs of a route that say where packets go; exactly one is given. */
const ROUTE_TARGETS = [
  "carrierGatewayId",
  "coreNetworkArn",
  "egressOnlyGatewayId",
  "gatewayId",
  "localGatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
];

const ROUTE_DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];

/** Addresses, NAT gateways, route tables and routes. */
export const VPC_ROUTING_TYPES: readonly AwsType[] = [
  {
    // Where the address comes from is for life; what it is associated with is the NAT gateway's matter.
    token: ELASTIC_IP,
    taggable: true,
    replacedBy: ["domain", "publicIpv4Pool", "networkBorderGroup", "customerOwnedIpv4Pool", "ipamPoolId", "address"],
    rules: { domain: [oneOf("vpc")] },
    id: ec2Id("eipalloc"),
    defaults: { domain: "vpc", publicIpv4Pool: "amazon" },
    outputs: (subject) => {
      const publicIp = benchmarkAddress(subject);
      return {
        allocationId: subject.id,
        arn: ec2Outputs("elastic-ip")(subject).arn,
        networkBorderGroup: subject.account.region,
        publicDns: `ec2-${publicIp.replaceAll(".", "-")}.${subject.account.region}.compute.${subject.account.dnsSuffix}`,
        publicIp,
      };
    },
  },
  {
    // Only its tags and secondary addresses change in place.
    token: NAT_GATEWAY,
    taggable: true,
    replacedBy: ["allocationId", "availabilityMode", "connectivityType", "privateIp", "subnetId", "vpcId"],
    required: ["subnetId"],
    rules: { connectivityType: [oneOf("public", "private")] },
    check: ({ allocationId, connectivityType }) =>
      allocationId === undefined && connectivityType !== "private"
        ? [{ property: "allocationId", reason: "allocationId is missing; a public NAT gateway needs an Elastic IP" }]
        : [],
    references: [
      { path: "allocationId", to: byId(ELASTIC_IP) },
      { path: "subnetId", to: byId(SUBNET) },
    ],
    unique: [{ paths: ["allocationId"], within: "region" }],
    admit: refuseWithoutGateway,
    id: ec2Id("nat"),
    defaults: { connectivityType: "public", secondaryPrivateIpAddressCount: 0 },
    outputs: (subject) => ({
      associationId: ec2Id("eipassoc")(subject),
      networkInterfaceId: ec2Id("eni")(subject),
      publicIp: subject.stateOf(ELASTIC_IP, subject.text("allocationId")).publicIp ?? "",
    }),
  },
  {
    // Its routes go with it; its associations hold it.
    token: ROUTE_TABLE,
    taggable: true,
    required: ["vpcId"],
    replacedBy: ["vpcId"],
    references: [{ path: "vpcId", to: byId(VPC) }],
    id: ec2Id("rtb"),
    outputs: ec2Outputs("route-table"),
  },
  {
    // A destination is for life, the target changes in place.
    token: "aws:ec2/route:Route",
    required: ["routeTableId"],
    replacedBy: ["routeTableId", ...ROUTE_DESTINATIONS],
    rules: { destinationCidrBlock: [ipv4Block(0, 32)], transitGatewayId: [TRANSIT_GATEWAY_ID] },
    check: (inputs) => [...exactlyOne(inputs, ROUTE_DESTINATIONS), ...exactlyOne(inputs, ROUTE_TARGETS)],
    references: [
      { path: "routeTableId", to: byId(ROUTE_TABLE), holds: false },
      // AWS lets a target go and leaves the route behind as a black hole.
      { path: "gatewayId", to: byId(INTERNET_GATEWAY), except: /^(local$|vgw-)/, holds: false },
      { path: "natGatewayId", to: byId(NAT_GATEWAY), holds: false },
    ],
    unique: ROUTE_DESTINATIONS.map((destination) => ({ paths: ["routeTableId", destination], within: "region" })),
    admit: refuseUnattachedGateway,
    id: ({ seed, text }) => `r-${text("routeTableId")}${seed.digits("route", 10)}`,
    outputs: () => ({ origin: "CreateRoute", state: "active" }),
  },
  {
    // Another table takes over in place; the subnet is for life.
    token: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    required: ["routeTableId"],
    replacedBy: ["subnetId", "gatewayId"],
    check: (inputs) => exactlyOne(inputs, ["subnetId", "gatewayId"]),
    references: [
      { path: "routeTableId", to: byId(ROUTE_TABLE) },
      { path: "subnetId", to: byId(SUBNET), holds: false },
      { path: "gatewayId", to: byId(INTERNET_GATEWAY), holds: false },
    ],
    unique: [{ paths: ["subnetId"], within: "region" }],
    id: ec2Id("rtbassoc"),
  },
];

/** An address of the range set aside for tests of network devices (198.18.0.0/15, RFC 2544): public in form, nobody's in fact. */
function benchmarkAddress({ seed }: Subject): string {
  const [second = 0, third = 0, fourth = 0] = Buffer.from(seed.hex("address", 6), "hex");
  return `198.${18 + (second % 2)}.${third}.${fourth}`;
}

/** A public NAT gateway needs a way out of its VPC. Source: EC2 error Gateway.NotAttached. */
function refuseWithoutGateway({ inputs, stateOf, objects }: Admission): string | undefined {
  const { vpcId } = stateOf(SUBNET, String(inputs.subnetId));
  if (inputs.connectivityType === "private" || vpcId === undefined) return undefined;
  if (objects(INTERNET_GATEWAY).some((gateway) => gateway.vpcId === vpcId)) return undefined;
  return `subnetId ${inputs.subnetId} lies in ${vpcId}, which has no internet gateway attached; make the NAT gateway depend on the internet gateway`;
}

/** A route to a transit gateway needs the VPC's attachment first. Source: EC2 error InvalidTransitGatewayID.NotFound. */
function refuseUnattachedGateway({ inputs, stateOf, objects }: Admission): string | undefined {
  const { transitGatewayId } = inputs;
  if (typeof transitGatewayId !== "string") return undefined;
  const { vpcId } = stateOf(ROUTE_TABLE, String(inputs.routeTableId));
  const attached = objects(TRANSIT_GATEWAY_ATTACHMENT).some(
    (attachment) => attachment.vpcId === vpcId && attachment.transitGatewayId === transitGatewayId,
  );
  if (attached) return undefined;
  return `transitGatewayId ${transitGatewayId} isn't attached to ${vpcId}; make the route depend on the attachment`;
}
