import { AwsAccountFixture, type Made, TRUST } from "../aws-account-fixture";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
const INTERFACE = {
  serviceName: "com.amazonaws.eu-central-1.sts",
  vpcEndpointType: "Interface",
  privateDnsEnabled: true,
};

let aws: AwsAccountFixture;
let vpc: Made;
let subnets: Made[];

beforeEach(async () => {
  aws = new AwsAccountFixture();
  vpc = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
  const subnet = (name: string, zone: string, third: number) =>
    aws.make("aws:ec2/subnet:Subnet", { vpcId: vpc.id, cidrBlock: `10.0.${third}.0/24`, availabilityZone: zone }, name);
  subnets = [
    await subnet("a", "eu-central-1a", 0),
    await subnet("b", "eu-central-1b", 1),
    await subnet("a2", "eu-central-1a", 2),
  ];
});

const ids = (...positions: number[]) => positions.map((position) => subnets[position]?.id ?? "");

describe("endpoints", () => {
  test("of a gateway service go into route tables", async () => {
    const table = await aws.make("aws:ec2/routeTable:RouteTable", { vpcId: vpc.id });
    const given = { vpcId: vpc.id, serviceName: "com.amazonaws.eu-central-1.s3", routeTableIds: [table.id] };
    const endpoint = await aws.make(ENDPOINT, given);
    expect(endpoint.id).toMatch(/^vpce-0[0-9a-f]{16}$/);
    expect(endpoint.state).toMatchObject({
      vpcEndpointType: "Gateway",
      prefixListId: expect.stringMatching(/^pl-[0-9a-f]{8}$/),
    });
  });

  test("of other services have an interface in each zone", async () => {
    const endpoint = await aws.make(ENDPOINT, { ...INTERFACE, vpcId: vpc.id, subnetIds: ids(0, 1) });
    expect(endpoint.state.networkInterfaceIds).toEqual([
      expect.stringMatching(/^eni-0[0-9a-f]{16}$/),
      expect.stringMatching(/^eni-0[0-9a-f]{16}$/),
    ]);
    await expect(
      aws.make(ENDPOINT, { ...INTERFACE, vpcId: vpc.id, privateDnsEnabled: false, subnetIds: ids(0, 2) }, "x"),
    ).rejects.toThrow("subnetIds has two subnets of zone eu-central-1a; give one for each zone");
  });

  test.each([
    [{ serviceName: "com.amazonaws.eu-central-1.sts" }, "vpcEndpointType", "has no gateway endpoint"],
    [
      { serviceName: "com.amazonaws.eu-central-1.s3", subnetIds: ["s"] },
      "subnetIds",
      "isn't taken by Gateway endpoints",
    ],
    [{ ...INTERFACE, routeTableIds: ["r"] }, "routeTableIds", "isn't taken by Interface endpoints"],
  ])("%j is refused", (inputs, property, message) => {
    expect(aws.failures(ENDPOINT, { vpcId: vpc.id, ...inputs })).toEqual([
      { property, reason: expect.stringContaining(message) },
    ]);
  });

  test("private DNS needs DNS in the VPC, and stands once", async () => {
    const deaf = await aws.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.1.0.0/16" }, "deaf");
    await expect(aws.make(ENDPOINT, { ...INTERFACE, vpcId: deaf.id })).rejects.toThrow(
      `privateDnsEnabled needs enableDnsSupport and enableDnsHostnames on ${deaf.id}`,
    );
    await aws.make(ENDPOINT, { ...INTERFACE, vpcId: vpc.id }, "one");
    await expect(aws.make(ENDPOINT, { ...INTERFACE, vpcId: vpc.id }, "two")).rejects.toThrow(
      "already has an endpoint of",
    );
  });

  test("a service of another region is refused", async () => {
    const given = { ...INTERFACE, vpcId: vpc.id, serviceName: "com.amazonaws.us-east-1.sts" };
    await expect(aws.make(ENDPOINT, given)).rejects.toThrow("isn't a service of eu-central-1");
  });
});

describe("flow logs", () => {
  test("to CloudWatch need a role and a group that exist", async () => {
    const role = await aws.make("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    const group = await aws.make("aws:cloudwatch/logGroup:LogGroup", { name: "/flow" });
    const given = {
      vpcId: vpc.id,
      trafficType: "ALL",
      iamRoleArn: role.state.arn ?? "",
      logDestination: group.state.arn ?? "",
    };
    const log = await aws.make(FLOW_LOG, given);
    expect(log.id).toMatch(/^fl-0[0-9a-f]{16}$/);
    expect(log.state).toMatchObject({ logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 });
    expect(aws.diff(FLOW_LOG, log, { ...given, maxAggregationInterval: 60 }).changes).toEqual([
      { path: ["maxAggregationInterval"], kind: "add", replaces: true },
    ]);
    await expect(aws.make(FLOW_LOG, { ...given, logDestination: `${group.state.arn}-x` }, "x")).rejects.toThrow(
      "logDestination names",
    );
  });

  test.each([
    [{}, ["iamRoleArn", "logDestination"]],
    [{ logDestinationType: "s3" }, ["logDestination"]],
    [{ eniId: "eni-1" }, ["vpcId", "iamRoleArn", "logDestination"].map((name) => (name === "vpcId" ? "eniId" : name))],
    [{ maxAggregationInterval: 300 }, ["maxAggregationInterval", "iamRoleArn", "logDestination"]],
  ])("with only %j are refused", (inputs, properties) => {
    const failures = aws.failures(FLOW_LOG, { vpcId: "vpc-1", trafficType: "ALL", ...inputs });
    expect(failures.map(({ property }) => property)).toEqual(properties);
  });
});

test("an attachment has one subnet in each zone, and a VPC one attachment", async () => {
  const given = { vpcId: vpc.id, transitGatewayId: "tgw-0123456789abcdef0" };
  await expect(aws.make(ATTACHMENT, { ...given, subnetIds: ids(0, 2) })).rejects.toThrow(
    "two subnets of zone eu-central-1a",
  );
  await aws.make(ATTACHMENT, { ...given, subnetIds: ids(0, 1) }, "one");
  await expect(aws.make(ATTACHMENT, { ...given, subnetIds: ids(0) }, "two")).rejects.toThrow(
    "transitGatewayId and vpcId",
  );
});
