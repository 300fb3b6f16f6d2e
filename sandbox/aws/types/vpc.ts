import { textsAt } from "../../server/properties";
import { ec2Id, ec2Outputs } from "../identifiers";
import { ipv4Block, oneOf, zoneOfRegion } from "../input-rules";
import { type Admission, type AwsType, byId } from "../resource-type";
import { contains, overlap } from "./ipv4-range";
import { INTERNET_GATEWAY, NAT_GATEWAY, SUBNET, VPC } from "./tokens";
import { zoneId } from "./zones";

/** The bounds that EC2 sets to the blocks of a VPC and of its subnets. Source: Amazon VPC User Guide, "VPC CIDR blocks". */
const VPC_BLOCK = ipv4Block(16, 28);

/**
 * VPCs, their subnets and their internet gateways.
 *
 * Source of what forces replacement here and in the other tables of this folder: the Terraform AWS provider's schemas (ForceNew, RequiresReplace), which
 * pulumi-aws follows.
 */
export const VPC_TYPES: readonly AwsType[] = [
  {
    // A new block, or another tenancy, is another VPC; DNS switches change in place. It is born with a route table, an ACL and a security group.
    token: VPC,
    taggable: true,
    replacedBy: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength", "instanceTenancy"],
    rules: { cidrBlock: [VPC_BLOCK], instanceTenancy: [oneOf("default", "dedicated")] },
    check: ({ cidrBlock, ipv4IpamPoolId }) =>
      (cidrBlock ?? ipv4IpamPoolId) === undefined
        ? [{ property: "cidrBlock", reason: "cidrBlock is missing; give it, or ipv4IpamPoolId" }]
        : [],
    id: ec2Id("vpc"),
    defaults: { instanceTenancy: "default", enableDnsSupport: true, enableDnsHostnames: false },
    outputs: (subject) => ({
      ...ec2Outputs("vpc")(subject),
      defaultNetworkAclId: ec2Id("acl")(subject),
      defaultRouteTableId: ec2Id("rtb")(subject),
      defaultSecurityGroupId: ec2Id("sg")(subject),
      dhcpOptionsId: ec2Id("dopt")(subject),
      mainRouteTableId: ec2Id("rtb")(subject),
    }),
  },
  {
    // Place and addresses are for life; what instances get at launch changes in place.
    token: SUBNET,
    taggable: true,
    required: ["vpcId"],
    replacedBy: ["vpcId", "cidrBlock", "availabilityZone", "availabilityZoneId", "ipv6Native", "outpostArn"],
    rules: { cidrBlock: [ipv4Block(16, 28)], availabilityZone: [zoneOfRegion] },
    references: [{ path: "vpcId", to: byId(VPC) }],
    admit: refuseSubnetBlock,
    id: ec2Id("subnet"),
    defaults: {
      assignIpv6AddressOnCreation: false,
      enableDns64: false,
      mapPublicIpOnLaunch: false,
      privateDnsHostnameTypeOnLaunch: "ip-name",
    },
    outputs: (subject) => {
      const zone = subject.text("availabilityZone") || `${subject.account.region}a`;
      return { ...ec2Outputs("subnet")(subject), availabilityZone: zone, availabilityZoneId: zoneId(zone) };
    },
  },
  {
    // Moves between VPCs in place. Stays while NAT gateways hold public addresses behind it.
    token: INTERNET_GATEWAY,
    taggable: true,
    replacedBy: [],
    references: [{ path: "vpcId", to: byId(VPC) }],
    unique: [{ paths: ["vpcId"], within: "region" }],
    keeps: ({ vpcId }, objects) => {
      const subnets = objects(SUBNET).filter((subnet) => subnet.vpcId === vpcId);
      const addresses = objects(NAT_GATEWAY).filter(({ subnetId }) =>
        subnets.some(({ arn }) => String(arn).endsWith(`/${subnetId}`)),
      );
      if (addresses.length === 0) return undefined;
      return `${vpcId} has ${addresses.length} NAT gateways with public addresses; delete those first`;
    },
    id: ec2Id("igw"),
    outputs: ec2Outputs("internet-gateway"),
  },
];

/** A subnet lies in its VPC and beside, not on, the others. Source: EC2 errors InvalidSubnet.Range and InvalidSubnet.Conflict. */
function refuseSubnetBlock({ inputs, others, stateOf }: Admission): string | undefined {
  const { vpcId, cidrBlock } = inputs;
  if (typeof cidrBlock !== "string" || typeof vpcId !== "string") return undefined;
  const [vpcBlock] = textsAt(stateOf(VPC, vpcId), "cidrBlock");
  if (vpcBlock !== undefined && !contains(vpcBlock, cidrBlock)) {
    return `cidrBlock ${cidrBlock} lies outside ${vpcBlock} of ${vpcId}; choose a block within it`;
  }
  const neighbour = others
    .filter((other) => other.vpcId === vpcId)
    .flatMap((other) => textsAt(other, "cidrBlock"))
    .find((block) => overlap(block, cidrBlock));
  return neighbour === undefined
    ? undefined
    : `cidrBlock ${cidrBlock} overlaps ${neighbour} of ${vpcId}; choose a free block`;
}
