import { AwsAccountFixture, type Made } from "../aws-account-fixture";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const GATEWAY = "aws:ec2/internetGateway:InternetGateway";

let aws: AwsAccountFixture;
let vpc: Made;

beforeEach(async () => {
  aws = new AwsAccountFixture();
  vpc = await aws.make(VPC, { cidrBlock: "10.0.0.0/16" });
});

test.each([
  ["10.0.0.0/15", "an IPv4 block from /16 to /28"],
  ["10.0.0.0/29", "an IPv4 block from /16 to /28"],
  ["10.0.1.0/16", "with no bit set behind the prefix"],
  ["10.0.256.0/24", "an IPv4 block from /16 to /28"],
  ["ten", "an IPv4 block from /16 to /28"],
])("a VPC of %s is refused", (cidrBlock, message) => {
  const [failure] = aws.failures(VPC, { cidrBlock });
  expect(failure?.property).toBe("cidrBlock");
  expect(failure?.reason).toContain(`cidrBlock is ${JSON.stringify(cidrBlock)}; allowed is`);
  expect(failure?.reason).toContain(message);
});

test("a VPC without a block is refused", () => {
  expect(aws.failures(VPC, {})).toEqual([
    { property: "cidrBlock", reason: "cidrBlock is missing; give it, or ipv4IpamPoolId" },
  ]);
});

test("a subnet has its zone and the zone's id", async () => {
  const subnet = await aws.make(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "eu-central-1b" });
  expect(subnet.id).toMatch(/^subnet-0[0-9a-f]{16}$/);
  expect(subnet.state).toMatchObject({ availabilityZoneId: "euc1-az2", mapPublicIpOnLaunch: false });
});

test.each([
  [{ availabilityZone: "us-east-1a" }, "availabilityZone", "a zone of eu-central-1, such as eu-central-1a"],
  [{ availabilityZone: "eu-central-1" }, "availabilityZone", "a zone of eu-central-1"],
  [{ cidrBlock: "10.0.0.0/30" }, "cidrBlock", "an IPv4 block from /16 to /28"],
])("a subnet with %j is refused", (wrong, property, message) => {
  const [failure] = aws.failures(SUBNET, { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", ...wrong });
  expect(failure).toEqual({ property, reason: expect.stringContaining(message) });
});

test("a subnet lies in its VPC and beside the others", async () => {
  await aws.make(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" }, "a");
  await expect(aws.make(SUBNET, { vpcId: vpc.id, cidrBlock: "10.1.0.0/24" }, "b")).rejects.toThrow(
    `cidrBlock 10.1.0.0/24 lies outside 10.0.0.0/16 of ${vpc.id}; choose a block within it`,
  );
  await expect(aws.make(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.0.128/25" }, "b")).rejects.toThrow(
    `cidrBlock 10.0.0.128/25 overlaps 10.0.0.0/24 of ${vpc.id}; choose a free block`,
  );
  const other = await aws.make(VPC, { cidrBlock: "10.0.0.0/16" }, "other");
  await expect(aws.make(SUBNET, { vpcId: other.id, cidrBlock: "10.0.0.0/24" }, "c")).resolves.toMatchObject({});
});

test("a subnet of a VPC that isn't there is refused", async () => {
  await expect(aws.make(SUBNET, { vpcId: "vpc-00000000000000000", cidrBlock: "10.0.0.0/24" })).rejects.toThrow(
    'vpcId names "vpc-00000000000000000", but there is no such aws:ec2/vpc:Vpc; create it first, or take the value from its resource',
  );
});

test.each(["vpcId", "cidrBlock", "availabilityZone"])("another %s takes a new subnet", async (input) => {
  const given = { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "eu-central-1a" };
  const subnet = await aws.make(SUBNET, given);
  const other = { vpcId: "vpc-1", cidrBlock: "10.0.2.0/24", availabilityZone: "eu-central-1b" }[input] ?? "";
  expect(aws.diff(SUBNET, subnet, { ...given, [input]: other }).changes).toEqual([
    { path: [input], kind: "update", replaces: true },
  ]);
  expect(aws.diff(SUBNET, subnet, { ...given, mapPublicIpOnLaunch: true }).changes).toEqual([
    { path: ["mapPublicIpOnLaunch"], kind: "add", replaces: false },
  ]);
});

test("a VPC has one internet gateway", async () => {
  const gateway = await aws.make(GATEWAY, { vpcId: vpc.id }, "one");
  await expect(aws.make(GATEWAY, { vpcId: vpc.id }, "two")).rejects.toThrow(
    `vpcId ${vpc.id} already exists in the region (${gateway.id}`,
  );
});
