import { type Properties, textsAt } from "../../server/properties";
import type { CheckFailure } from "../../server/provider";
import { arn, ec2Id, ec2Outputs } from "../identifiers";
import { exactlyOne, integer, ipv4Block, oneOf, pattern } from "../input-rules";
import { type AwsType, byId, type Rule } from "../resource-type";
import { CLUSTER, SECURITY_GROUP, VPC } from "./tokens";

/** What the id of a security group may belong to: a group of the program, or one that a VPC or a cluster was born with. */
export const ANY_SECURITY_GROUP = {
  [SECURITY_GROUP]: ["id"],
  [VPC]: ["defaultSecurityGroupId"],
  [CLUSTER]: ["vpcConfig.clusterSecurityGroupId"],
};

/** Characters that EC2 takes in names and descriptions. Source: EC2 API, CreateSecurityGroup. */
const GROUP_TEXT = pattern(
  /^[\w .:/()#,@[\]+=&;{}!$*-]{0,255}$/,
  "up to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*",
);

const GROUP_NAME: Rule = (value, account) =>
  /^sg-/i.test(String(value))
    ? `is ${JSON.stringify(value)}; a name can't begin with sg-, which marks ids: choose another`
    : GROUP_TEXT(value, account);

const PROTOCOL = pattern(/^(-1|all|tcp|udp|icmp|icmpv6|\d{1,3})$/, "tcp, udp, icmp, icmpv6, -1 or a protocol number");

/** -1 stands for every ICMP type, ports reach to 65535. */
const PORT = integer(-1, 65_535);

/** Security groups and the older form of their rules. */
const GROUP_TYPES: readonly AwsType[] = [
  {
    // Even the description is for life. Rules given inside are part of it; rules of their own go with it.
    token: SECURITY_GROUP,
    taggable: true,
    required: ["vpcId"],
    replacedBy: ["name", "namePrefix", "description", "vpcId"],
    name: { input: "name", prefixInput: "namePrefix", under: ["vpcId"], within: "region" },
    rules: {
      name: [GROUP_NAME],
      namePrefix: [GROUP_NAME],
      description: [GROUP_TEXT],
      "ingress.protocol": [PROTOCOL],
      "egress.protocol": [PROTOCOL],
      "ingress.cidrBlocks": [ipv4Block(0, 32)],
      "egress.cidrBlocks": [ipv4Block(0, 32)],
    },
    references: [
      { path: "vpcId", to: byId(VPC) },
      { path: "ingress.securityGroups", to: ANY_SECURITY_GROUP },
      { path: "egress.securityGroups", to: ANY_SECURITY_GROUP },
    ],
    id: ec2Id("sg"),
    defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
    outputs: ec2Outputs("security-group"),
  },
  {
    // Adopts the group that the VPC was born with, and never deletes it.
    token: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    taggable: true,
    put: true,
    required: ["vpcId"],
    replacedBy: ["vpcId"],
    references: [{ path: "vpcId", to: byId(VPC), holds: false }],
    id: ({ stateOf, text }) => textsAt(stateOf(VPC, text("vpcId")), "defaultSecurityGroupId")[0] ?? "",
    defaults: { description: "default VPC security group", name: "default" },
    outputs: ec2Outputs("security-group"),
  },
  {
    // All but the description is for life.
    token: "aws:ec2/securityGroupRule:SecurityGroupRule",
    required: ["type", "protocol", "fromPort", "toPort", "securityGroupId"],
    replacedBy: [
      "cidrBlocks",
      "fromPort",
      "ipv6CidrBlocks",
      "prefixListIds",
      "protocol",
      "securityGroupId",
      "self",
      "sourceSecurityGroupId",
      "toPort",
      "type",
    ],
    rules: {
      type: [oneOf("ingress", "egress")],
      protocol: [PROTOCOL],
      fromPort: [PORT],
      toPort: [PORT],
      cidrBlocks: [ipv4Block(0, 32)],
      description: [GROUP_TEXT],
    },
    check: (inputs) => [...portFailures(inputs), ...missingPeer(inputs)],
    references: [
      { path: "securityGroupId", to: ANY_SECURITY_GROUP, holds: false },
      { path: "sourceSecurityGroupId", to: ANY_SECURITY_GROUP },
    ],
    unique: ["cidrBlocks", "ipv6CidrBlocks", "sourceSecurityGroupId", "self", "prefixListIds"].map((peer) => ({
      paths: ["securityGroupId", "type", "protocol", "fromPort", "toPort", peer],
      within: "region",
    })),
    id: ({ seed }) => `sgrule-${seed.digits("rule", 10)}`,
    outputs: (subject) => ({ securityGroupRuleId: ec2Id("sgr")(subject) }),
  },
];

/** Inputs by which a single rule names the other side. */
const SINGLE_PEERS = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

/** The newer form: one rule, one peer, with tags. All but the group can change in place. */
function singleRule(token: string): AwsType {
  return {
    token,
    taggable: true,
    required: ["securityGroupId", "ipProtocol"],
    replacedBy: ["securityGroupId"],
    rules: {
      ipProtocol: [PROTOCOL],
      fromPort: [PORT],
      toPort: [PORT],
      cidrIpv4: [ipv4Block(0, 32)],
      description: [GROUP_TEXT],
    },
    check: (inputs) => [...portFailures(inputs), ...missingPorts(inputs), ...exactlyOne(inputs, SINGLE_PEERS)],
    references: [
      { path: "securityGroupId", to: ANY_SECURITY_GROUP, holds: false },
      { path: "referencedSecurityGroupId", to: ANY_SECURITY_GROUP },
    ],
    unique: SINGLE_PEERS.map((peer) => ({
      paths: ["securityGroupId", "ipProtocol", "fromPort", "toPort", peer],
      within: "region",
    })),
    id: ec2Id("sgr"),
    outputs: (subject) => ({
      arn: arn(subject.account, "ec2", `security-group-rule/${subject.id}`),
      securityGroupRuleId: subject.id,
    }),
  };
}

/** All types of security groups and rules. */
export const SECURITY_GROUP_TYPES: readonly AwsType[] = [
  ...GROUP_TYPES,
  singleRule("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
  singleRule("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
];

function portFailures({ fromPort, toPort }: Properties): readonly CheckFailure[] {
  if (typeof fromPort !== "number" || typeof toPort !== "number" || fromPort <= toPort) return [];
  return [{ property: "fromPort", reason: `fromPort ${fromPort} lies above toPort ${toPort}; swap them` }];
}

function missingPorts({ ipProtocol, fromPort, toPort }: Properties): readonly CheckFailure[] {
  if (ipProtocol !== "tcp" && ipProtocol !== "udp") return [];
  const missing = Object.entries({ fromPort, toPort }).filter(([, port]) => (port ?? null) === null);
  return missing.map(([name]) => ({ property: name, reason: `${name} is missing; ${ipProtocol} rules require it` }));
}

function missingPeer(inputs: Properties): readonly CheckFailure[] {
  const peers = ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "self", "sourceSecurityGroupId"];
  if (peers.some((peer) => (inputs[peer] ?? null) !== null)) return [];
  return [{ property: "cidrBlocks", reason: `no peer is given; give one of ${peers.join(", ")}` }];
}
