import { AwsAccountFixture, type Made } from "../aws-account-fixture";

const ELASTIC_IP = "aws:ec2/eip:Eip";
const NAT = "aws:ec2/natGateway:NatGateway";
const TABLE = "aws:ec2/routeTable:RouteTable";
const ROUTE = "aws:ec2/route:Route";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const GATEWAY = "aws:ec2/internetGateway:InternetGateway";

let aws: AwsAccountFixture;
let vpc: Made;
let subnet: Made;

beforeEach(async () => {
  aws = new AwsAccountFixture();
  vpc = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  subnet = await aws.make("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
});

test("an Elastic IP has an address that is nobody's", async () => {
  const address = await aws.make(ELASTIC_IP, { domain: "vpc" });
  expect(address.id).toMatch(/^eipalloc-0[0-9a-f]{16}$/);
  expect(address.state.allocationId).toBe(address.id);
  expect(address.state.publicIp).toMatch(/^198\.1[89]\.\d{1,3}\.\d{1,3}$/);
});

describe("NAT gateways", () => {
  test("need the internet gateway first, and then keep it", async () => {
    const address = await aws.make(ELASTIC_IP);
    const given = { allocationId: address.id, subnetId: subnet.id };
    await expect(aws.make(NAT, given)).rejects.toThrow(
      `which has no internet gateway attached; make the NAT gateway depend on the internet gateway`,
    );
    const gateway = await aws.make(GATEWAY, { vpcId: vpc.id });
    const nat = await aws.make(NAT, given);
    expect(nat.state).toMatchObject({ publicIp: address.state.publicIp, connectivityType: "public" });
    await expect(aws.delete(GATEWAY, gateway.id)).rejects.toThrow(
      `${vpc.id} has 1 NAT gateways with public addresses; delete those first`,
    );
    await expect(aws.delete(ELASTIC_IP, address.id)).rejects.toThrow(
      `aws:ec2/natGateway:NatGateway ${nat.id} still depends`,
    );
    await aws.delete(NAT, nat.id);
    await expect(aws.delete(GATEWAY, gateway.id)).resolves.toBe(undefined);
  });

  test("take an address of their own", async () => {
    await aws.make(GATEWAY, { vpcId: vpc.id });
    const address = await aws.make(ELASTIC_IP);
    await aws.make(NAT, { allocationId: address.id, subnetId: subnet.id }, "one");
    await expect(aws.make(NAT, { allocationId: address.id, subnetId: subnet.id }, "two")).rejects.toThrow(
      `allocationId ${address.id} already exists`,
    );
    expect(aws.failures(NAT, { subnetId: subnet.id })).toEqual([
      { property: "allocationId", reason: "allocationId is missing; a public NAT gateway needs an Elastic IP" },
    ]);
  });
});

describe("routes", () => {
  const destinationCidrBlock = "0.0.0.0/0";

  test("have one destination and one target", () => {
    const reasons = (inputs: object) =>
      aws.failures(ROUTE, { routeTableId: "rtb-1", ...inputs }).map(({ reason }) => reason);
    expect(reasons({ destinationCidrBlock, gatewayId: "igw-1" })).toEqual([]);
    expect(reasons({ gatewayId: "igw-1" })).toEqual([
      "none is given; give exactly one of destinationCidrBlock, destinationIpv6CidrBlock, destinationPrefixListId",
    ]);
    expect(reasons({ destinationCidrBlock, gatewayId: "igw-1", natGatewayId: "nat-1" })).toEqual([
      expect.stringMatching(/^gatewayId and natGatewayId are given; give exactly one of /),
    ]);
    expect(reasons({ destinationCidrBlock, transitGatewayId: "tgw-1" })).toEqual([
      'transitGatewayId is "tgw-1"; allowed is the id of a transit gateway: tgw- and 17 hexadecimal digits',
    ]);
  });

  test("are unique in their table", async () => {
    const table = await aws.make(TABLE, { vpcId: vpc.id });
    const gateway = await aws.make(GATEWAY, { vpcId: vpc.id });
    const given = { routeTableId: table.id, destinationCidrBlock, gatewayId: gateway.id };
    const route = await aws.make(ROUTE, given, "one");
    expect(route.id).toMatch(new RegExp(`^r-${table.id}\\d{10}$`));
    await expect(aws.make(ROUTE, given, "two")).rejects.toThrow("routeTableId and destinationCidrBlock");
    await expect(aws.delete(TABLE, table.id)).resolves.toBe(undefined);
  });

  test("to a transit gateway need its attachment first", async () => {
    const transitGatewayId = "tgw-0123456789abcdef0";
    const table = await aws.make(TABLE, { vpcId: vpc.id });
    const given = { routeTableId: table.id, destinationCidrBlock: "10.0.0.0/11", transitGatewayId };
    await expect(aws.make(ROUTE, given)).rejects.toThrow(
      `transitGatewayId ${transitGatewayId} isn't attached to ${vpc.id}; make the route depend on the attachment`,
    );
    const attachment = { vpcId: vpc.id, subnetIds: [subnet.id], transitGatewayId };
    const made = await aws.make("aws:ec2transitgateway/vpcAttachment:VpcAttachment", attachment);
    expect(made.id).toMatch(/^tgw-attach-0[0-9a-f]{16}$/);
    await expect(aws.make(ROUTE, given)).resolves.toMatchObject({ state: { state: "active" } });
  });
});

test("a subnet has one route table, which stays while it has subnets", async () => {
  const table = await aws.make(TABLE, { vpcId: vpc.id });
  const association = await aws.make(ASSOCIATION, { routeTableId: table.id, subnetId: subnet.id }, "one");
  await expect(aws.make(ASSOCIATION, { routeTableId: table.id, subnetId: subnet.id }, "two")).rejects.toThrow(
    `subnetId ${subnet.id} already exists`,
  );
  await expect(aws.delete(TABLE, table.id)).rejects.toThrow(`${association.id} still depends on it`);
});
