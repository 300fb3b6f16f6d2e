import { AwsAccountFixture, type Made } from "../aws-account-fixture";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const HTTPS = { protocol: "tcp", fromPort: 443, toPort: 443, type: "ingress" };

let aws: AwsAccountFixture;
let vpc: Made;
let group: Made;

beforeEach(async () => {
  aws = new AwsAccountFixture();
  vpc = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  group = await aws.make(GROUP, { vpcId: vpc.id }, "nodes");
});

test("a group has an automatic name and the provider's description", () => {
  expect(group.id).toMatch(/^sg-0[0-9a-f]{16}$/);
  expect(group.state).toMatchObject({
    name: expect.stringMatching(/^nodes-[0-9a-f]{7}$/),
    description: "Managed by Pulumi",
  });
});

test.each([
  [{ name: "sg-nodes" }, "a name can't begin with sg-"],
  [{ name: "näme" }, "up to 255 letters"],
  [{ description: "x".repeat(256) }, "up to 255 letters"],
  [{ ingress: [{ protocol: "https", fromPort: 1, toPort: 1 }] }, "tcp, udp, icmp"],
])("a group with %j is refused", (inputs, message) => {
  const [failure] = aws.failures(GROUP, { vpcId: vpc.id, ...inputs });
  expect(failure?.reason).toContain(message);
});

test("names are unique in the VPC", async () => {
  await aws.make(GROUP, { vpcId: vpc.id, name: "same" }, "one");
  await expect(aws.make(GROUP, { vpcId: vpc.id, name: "same" }, "two")).rejects.toThrow(
    `vpcId and name ${vpc.id} same`,
  );
  const other = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }, "other");
  await expect(aws.make(GROUP, { vpcId: other.id, name: "same" }, "two")).resolves.toMatchObject({});
});

test("another description takes a new group", async () => {
  expect(aws.diff(GROUP, group, { vpcId: vpc.id, description: "d" }, "nodes")).toEqual({
    changes: [{ path: ["description"], kind: "add", replaces: true }],
    deleteBeforeReplace: false,
  });
});

describe("rules", () => {
  test("may come from the group of the VPC, and occur once", async () => {
    const from = vpc.state.defaultSecurityGroupId ?? "";
    const given = { ...HTTPS, securityGroupId: group.id, sourceSecurityGroupId: from };
    const rule = await aws.make(RULE, given, "one");
    expect(rule.id).toMatch(/^sgrule-\d{10}$/);
    await expect(aws.make(RULE, given, "two")).rejects.toThrow("already exists in the region");
    await expect(aws.make(RULE, { ...given, toPort: 444 }, "two")).resolves.toMatchObject({});
  });

  test("that are off to themselves are no twins", async () => {
    const other = await aws.make(GROUP, { vpcId: vpc.id }, "other");
    const given = { ...HTTPS, securityGroupId: group.id, self: false };
    await aws.make(RULE, { ...given, sourceSecurityGroupId: other.id }, "one");
    await expect(aws.make(RULE, { ...given, cidrBlocks: ["10.0.0.0/8"] }, "two")).resolves.toMatchObject({});
  });

  test("keep the group they name as their source", async () => {
    const other = await aws.make(GROUP, { vpcId: vpc.id }, "other");
    const rule = await aws.make(RULE, { ...HTTPS, securityGroupId: group.id, sourceSecurityGroupId: other.id });
    await expect(aws.delete(GROUP, other.id, "other")).rejects.toThrow(`${rule.id} still depends on it`);
    await expect(aws.delete(GROUP, group.id, "nodes")).resolves.toBe(undefined);
  });

  test.each([
    [{ fromPort: 2, toPort: 1 }, "fromPort 2 lies above toPort 1; swap them"],
    [
      { cidrBlocks: null },
      "no peer is given; give one of cidrBlocks, ipv6CidrBlocks, prefixListIds, self, sourceSecurityGroupId",
    ],
    [{ type: "both" }, "one of ingress, egress"],
    [{ protocol: null }, "protocol is missing"],
  ])("with %j are refused", (inputs, message) => {
    const [failure] = aws.failures(RULE, { ...HTTPS, securityGroupId: "sg-1", cidrBlocks: ["10.0.0.0/8"], ...inputs });
    expect(failure?.reason).toContain(message);
  });

  test("in the newer form change in place, but for their group", async () => {
    const given = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/8" };
    const rule = await aws.make(INGRESS, given);
    expect(rule.state).toMatchObject({ securityGroupRuleId: rule.id });
    expect(aws.diff(INGRESS, rule, { ...given, toPort: 444, securityGroupId: "sg-2" }).changes).toEqual([
      { path: ["securityGroupId"], kind: "update", replaces: true },
      { path: ["toPort"], kind: "update", replaces: false },
    ]);
    expect(aws.failures(INGRESS, { securityGroupId: "sg-1", ipProtocol: "tcp" }).map(({ reason }) => reason)).toEqual([
      "fromPort is missing; tcp rules require it",
      "toPort is missing; tcp rules require it",
      "none is given; give exactly one of cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId",
    ]);
  });
});

test("the default group is the one that the VPC was born with", async () => {
  const adopted = await aws.make("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: vpc.id });
  expect(adopted.id).toBe(vpc.state.defaultSecurityGroupId);
});
