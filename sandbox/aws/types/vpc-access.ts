import { type Properties, textsAt } from "../../server/properties";
import type { CheckFailure } from "../../server/provider";
import { arn, ec2Id, ec2Outputs } from "../identifiers";
import { arnOfPartition, exactlyOne, oneOf, pattern } from "../input-rules";
import { type Admission, type AwsType, byId } from "../resource-type";
import { ANY_SECURITY_GROUP } from "./security-groups";
import { BUCKET, LOG_GROUP, ROLE, ROUTE_TABLE, SUBNET, TRANSIT_GATEWAY_ATTACHMENT, VPC } from "./tokens";
import { zonesOf } from "./zones";

/** The services that have gateway endpoints. Source: AWS PrivateLink Guide, "Gateway endpoints". */
const GATEWAY_SERVICES = ["s3", "dynamodb"];

/** Form of a transit gateway's id; the gateway itself belongs to another stack. */
export const TRANSIT_GATEWAY_ID = pattern(
  /^tgw-[0-9a-f]{17}$/,
  "the id of a transit gateway: tgw- and 17 hexadecimal digits",
);

/** Ways into and out of a VPC beside the internet: endpoints, transit gateways; and what is written down about it. */
export const VPC_ACCESS_TYPES: readonly AwsType[] = [
  {
    // Service, kind and VPC are for life; subnets, groups, tables and the policy change in place.
    token: "aws:ec2/vpcEndpoint:VpcEndpoint",
    taggable: true,
    required: ["vpcId", "serviceName"],
    replacedBy: ["vpcId", "serviceName", "serviceRegion", "vpcEndpointType"],
    rules: { vpcEndpointType: [oneOf("Gateway", "Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork")] },
    check: endpointFailures,
    references: [
      { path: "vpcId", to: byId(VPC) },
      { path: "subnetIds", to: byId(SUBNET) },
      { path: "securityGroupIds", to: ANY_SECURITY_GROUP },
      { path: "routeTableIds", to: byId(ROUTE_TABLE), holds: false },
    ],
    admit: refuseEndpoint,
    json: ["policy"],
    id: ec2Id("vpce"),
    defaults: { privateDnsEnabled: false, vpcEndpointType: "Gateway" },
    outputs: (subject) => {
      const { account, id, seed, text } = subject;
      const gateway = text("vpcEndpointType") !== "Interface";
      const subnets = textsAt(subject.inputs, "subnetIds");
      const service = text("serviceName").split(".").at(-1) ?? "";
      return {
        ...ec2Outputs("vpc-endpoint")(subject),
        cidrBlocks: [],
        dnsEntries: gateway
          ? []
          : [{ dnsName: `${id}-${seed.hex("dns", 8)}.${service}.${account.region}.vpce.${account.dnsSuffix}` }],
        ipAddressType: "ipv4",
        networkInterfaceIds: subnets.map((subnet) => `eni-0${seed.hex(`eni ${subnet}`, 16)}`),
        prefixListId: gateway ? `pl-${seed.hex("prefix list", 8)}` : "",
        requesterManaged: false,
        state: "available",
      };
    },
  },
  {
    // Nothing of it changes but the tags.
    token: "aws:ec2/flowLog:FlowLog",
    taggable: true,
    replacedBy: [
      "deliverCrossAccountRole",
      "destinationOptions",
      "eniId",
      "iamRoleArn",
      "logDestination",
      "logDestinationType",
      "logFormat",
      "maxAggregationInterval",
      "subnetId",
      "trafficType",
      "transitGatewayAttachmentId",
      "transitGatewayId",
      "vpcId",
    ],
    rules: {
      iamRoleArn: [arnOfPartition],
      logDestination: [arnOfPartition],
      logDestinationType: [oneOf("cloud-watch-logs", "s3", "kinesis-data-firehose")],
      maxAggregationInterval: [oneOf(60, 600)],
      trafficType: [oneOf("ACCEPT", "REJECT", "ALL")],
    },
    check: flowLogFailures,
    // EC2 drops flow logs with what they watch.
    references: [
      { path: "vpcId", to: byId(VPC), holds: false },
      { path: "subnetId", to: byId(SUBNET), holds: false },
      { path: "iamRoleArn", to: { [ROLE]: ["arn"] }, holds: false },
      {
        path: "logDestination",
        to: { [LOG_GROUP]: ["arn"], [BUCKET]: ["arn"] },
        except: /:s3:::.*\/|:firehose:|:\*$/,
        holds: false,
      },
    ],
    id: ec2Id("fl"),
    defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
    outputs: ({ account, id }) => ({ arn: arn(account, "ec2", `vpc-flow-log/${id}`) }),
  },
  {
    // Its subnets, and so its zones, change in place.
    token: TRANSIT_GATEWAY_ATTACHMENT,
    taggable: true,
    required: ["subnetIds", "transitGatewayId", "vpcId"],
    replacedBy: ["transitGatewayId", "vpcId"],
    rules: { transitGatewayId: [TRANSIT_GATEWAY_ID] },
    references: [
      { path: "vpcId", to: byId(VPC) },
      { path: "subnetIds", to: byId(SUBNET) },
    ],
    unique: [{ paths: ["transitGatewayId", "vpcId"], within: "region" }],
    admit: refuseZoneTwice,
    id: ec2Id("tgw-attach"),
    defaults: {
      applianceModeSupport: "disable",
      dnsSupport: "enable",
      ipv6Support: "disable",
      securityGroupReferencingSupport: "enable",
      transitGatewayDefaultRouteTableAssociation: true,
      transitGatewayDefaultRouteTablePropagation: true,
    },
    outputs: ({ account, id }) => ({
      arn: arn(account, "ec2", `transit-gateway-attachment/${id}`),
      vpcOwnerId: account.account,
    }),
  },
  {
    // A tag on something that another stack owns; the value changes in place.
    token: "aws:ec2/tag:Tag",
    put: true,
    required: ["key", "resourceId", "value"],
    replacedBy: ["key", "resourceId"],
    rules: { key: [pattern(/^(?!aws:).{1,128}$/i, "1 to 128 characters, not beginning with aws:")] },
    id: ({ text }) => `${text("resourceId")},${text("key")}`,
  },
];

/** What kinds of endpoints take. Source: EC2 API, CreateVpcEndpoint. */
function endpointFailures(inputs: Properties): readonly CheckFailure[] {
  const { routeTableIds, securityGroupIds, serviceName, subnetIds, vpcEndpointType = "Gateway" } = inputs;
  const service = typeof serviceName === "string" ? (serviceName.split(".").at(-1) ?? "") : undefined;
  const failures: CheckFailure[] = [];
  if (vpcEndpointType === "Gateway" && service !== undefined && !GATEWAY_SERVICES.includes(service)) {
    const reason = `serviceName ${serviceName} has no gateway endpoint (only ${GATEWAY_SERVICES.join(" and ")} have); set vpcEndpointType to Interface`;
    failures.push({ property: "vpcEndpointType", reason });
  }
  const misplaced = vpcEndpointType === "Gateway" ? { securityGroupIds, subnetIds } : { routeTableIds };
  for (const [property, value] of Object.entries(misplaced)) {
    if (value === undefined || value === null) continue;
    failures.push({ property, reason: `${property} isn't taken by ${vpcEndpointType} endpoints; leave it out` });
  }
  return failures;
}

function refuseEndpoint(admission: Admission): string | undefined {
  const { account, inputs, others, stateOf } = admission;
  const { privateDnsEnabled, serviceName, vpcId } = inputs;
  const region = new RegExp(`(^|\\.)${account.region}\\.`);
  if (!region.test(String(serviceName)) && inputs.serviceRegion === undefined) {
    return `serviceName ${serviceName} isn't a service of ${account.region}; write com.amazonaws.${account.region}.<service>`;
  }
  if (privateDnsEnabled !== true) return refuseZoneTwice(admission);
  const { enableDnsHostnames, enableDnsSupport } = stateOf(VPC, String(vpcId));
  if (enableDnsHostnames !== true || enableDnsSupport !== true) {
    return `privateDnsEnabled needs enableDnsSupport and enableDnsHostnames on ${vpcId}; set both to true there`;
  }
  const twin = others.find(
    (other) => other.vpcId === vpcId && other.serviceName === serviceName && other.privateDnsEnabled === true,
  );
  if (twin !== undefined) return `${vpcId} already has an endpoint of ${serviceName} with private DNS; one is enough`;
  return refuseZoneTwice(admission);
}

/** One interface in each zone. Source: EC2 errors DuplicateSubnetsInSameZone and DuplicateSubnetsInSameZoneFault. */
function refuseZoneTwice({ inputs, stateOf }: Admission): string | undefined {
  const zones = zonesOf(textsAt(inputs, "subnetIds"), stateOf);
  const twice = zones.find((zone, index) => zones.indexOf(zone) !== index);
  return twice === undefined ? undefined : `subnetIds has two subnets of zone ${twice}; give one for each zone`;
}

function flowLogFailures(inputs: Properties): readonly CheckFailure[] {
  const watched = ["eniId", "subnetId", "transitGatewayId", "transitGatewayAttachmentId", "vpcId"];
  const failures = [...exactlyOne(inputs, watched)];
  const needed = {
    trafficType: inputs.transitGatewayId === undefined && inputs.transitGatewayAttachmentId === undefined,
    iamRoleArn: (inputs.logDestinationType ?? "cloud-watch-logs") === "cloud-watch-logs",
    logDestination: true,
  };
  for (const [property, required] of Object.entries(needed)) {
    if (required && (inputs[property] ?? null) === null) {
      failures.push({ property, reason: `${property} is missing; this flow log requires it` });
    }
  }
  return failures;
}
