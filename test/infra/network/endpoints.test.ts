import { prodPlatform, prodWith } from "../prod-platform";
import { ec2, LOGS_KEY_ARN, networkOf, ZONES } from "./registered-network";

let built: Awaited<ReturnType<typeof networkOf>>;
beforeAll(async () => {
  built = await networkOf(prodPlatform());
});

describe("endpoints", () => {
  it("are ten", () => {
    const names = Object.values(built.graph.ofType(ec2("VpcEndpoint"))).map(({ serviceName }) => serviceName);
    expect(names).toEqual(
      ["s3", "dynamodb", "ecr.api", "ecr.dkr", "sts", "ssm", "secretsmanager", "kms", "logs", "monitoring"].map(
        (service) => `com.amazonaws.us-east-1.${service}`,
      ),
    );
  });

  it.each(["s3", "dynamodb"])("%s is a gateway on every route table", (service) => {
    const { policy: _, tags: __, ...endpoint } = built.graph.find(ec2("VpcEndpoint"), `network-${service}`).inputs;
    expect(endpoint).toEqual({
      vpcId: "network-vpc-id",
      serviceName: `com.amazonaws.us-east-1.${service}`,
      vpcEndpointType: "Gateway",
      routeTableIds: ["public", "intra", ...ZONES.map((zone) => `private-${zone}`)].map((name) => `network-${name}-id`),
    });
  });

  it("sts answers under its own name in every zone", () => {
    const { policy: _, tags: __, ...endpoint } = built.graph.find(ec2("VpcEndpoint"), "network-sts").inputs;
    expect(endpoint).toEqual({
      vpcId: "network-vpc-id",
      serviceName: "com.amazonaws.us-east-1.sts",
      vpcEndpointType: "Interface",
      subnetIds: ZONES.map((zone) => `network-intra-${zone}-id`),
      securityGroupIds: ["network-endpoints-id"],
      privateDnsEnabled: true,
    });
  });

  it("admit HTTPS from the VPC and nothing else", () => {
    const rules = built.graph.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(Object.values(rules)).toEqual([
      {
        securityGroupId: "network-endpoints-id",
        description: "HTTPS from the VPC",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4: "10.42.0.0/16",
        tags: { Name: "prod-us-east-1-endpoints" },
      },
    ]);
    const group = built.graph.find(ec2("SecurityGroup"), "network-endpoints").inputs;
    expect([group.ingress, group.egress]).toEqual([undefined, undefined]);
  });

  it("need no security group when none is an interface", async () => {
    const { graph } = await networkOf(
      prodWith((input) => {
        input.network.endpoints = ["s3"];
      }),
    );
    expect(Object.keys(graph.ofType(ec2("VpcEndpoint")))).toEqual(["network-s3"]);
    expect(graph.ofType(ec2("SecurityGroup"))).toEqual({});
  });
});

describe("flow logs", () => {
  it("keep all traffic for 90 days, encrypted", () => {
    expect(built.graph.find("aws:cloudwatch/logGroup:LogGroup", "network-flow-logs").inputs).toEqual({
      name: "/aws/vpc/prod-us-east-1/flow-logs",
      retentionInDays: 90,
      kmsKeyId: LOGS_KEY_ARN,
    });
    expect(built.graph.find(ec2("FlowLog"), "network-flow-logs").inputs).toMatchObject({
      vpcId: "network-vpc-id",
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vpc/prod-us-east-1/flow-logs",
      iamRoleArn: "network-flow-logs-arn",
    });
  });
});

describe("order", () => {
  it("interface endpoints come after the rule that admits callers; gateways wait for nothing", () => {
    const endpoint = ec2("VpcEndpoint");
    expect(built.graph.find(endpoint, "network-kms").stated).toEqual([
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule network-endpoints-https",
    ]);
    expect(built.graph.find(endpoint, "network-s3").stated).toEqual([]);
  });

  it("flow logs come after their log group and the right to write to it", () => {
    const { stated } = built.graph.find(ec2("FlowLog"), "network-flow-logs");
    expect(stated).toEqual([
      "aws:cloudwatch/logGroup:LogGroup network-flow-logs",
      "aws:iam/rolePolicy:RolePolicy network-flow-logs",
    ]);
  });
});
