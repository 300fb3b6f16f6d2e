import { prodPlatform, prodWith } from "../prod-platform";
import { resolved } from "../recorded-graph";
import { ec2, networkOf, ZONES } from "./registered-network";

let built: Awaited<ReturnType<typeof networkOf>>;
beforeAll(async () => {
  built = await networkOf(prodPlatform());
});

describe("the VPC", () => {
  it("is 10.42.0.0/16 and answers private names", () => {
    expect(built.graph.find(ec2("Vpc"), "network-vpc").inputs).toEqual({
      cidrBlock: "10.42.0.0/16",
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: "prod-us-east-1" },
    });
  });

  it("has a default security group without a rule", () => {
    expect(built.graph.find(ec2("DefaultSecurityGroup"), "network-default").inputs).toMatchObject({
      vpcId: "network-vpc-id",
      ingress: [],
      egress: [],
    });
  });

  it("gives no interface a public address by itself", () => {
    const subnets = Object.values(built.graph.ofType(ec2("Subnet")));
    expect(subnets).toHaveLength(24);
    expect(new Set(subnets.map((subnet) => subnet.mapPublicIpOnLaunch))).toEqual(new Set([false]));
  });

  it("places a subnet where the stack file says", () => {
    expect(built.graph.find(ec2("Subnet"), "network-general-us-east-1b").inputs).toEqual({
      vpcId: "network-vpc-id",
      cidrBlock: "10.42.18.0/24",
      availabilityZone: "us-east-1b",
      mapPublicIpOnLaunch: false,
      privateDnsHostnameTypeOnLaunch: "ip-name",
      tags: {
        Name: "prod-us-east-1-general-us-east-1b",
        "kubernetes.io/cluster/prod-us-east-1": "shared",
        "kubernetes.io/role/internal-elb": "1",
        "karpenter.sh/discovery": "prod-us-east-1",
      },
    });
  });
});

describe("ways out", () => {
  it.each(ZONES)("%s has a NAT gateway in its own public subnet, which its private subnets use", (zone) => {
    expect(built.graph.find(ec2("NatGateway"), `network-nat-${zone}`).inputs).toMatchObject({
      subnetId: `network-public-${zone}-id`,
      connectivityType: "public",
    });
    expect(built.graph.find(ec2("Eip"), `network-nat-${zone}`).inputs).toMatchObject({ domain: "vpc" });
    expect(built.graph.find(ec2("Route"), `network-private-${zone}-default`).inputs).toEqual({
      routeTableId: `network-private-${zone}-id`,
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: `network-nat-${zone}-id`,
    });
    expect(built.graph.find(ec2("RouteTableAssociation"), `network-pods-${zone}`).inputs).toEqual({
      routeTableId: `network-private-${zone}-id`,
      subnetId: `network-pods-${zone}-id`,
    });
  });

  it("public subnets reach the internet gateway", () => {
    expect(built.graph.find(ec2("Route"), "network-public-default").inputs).toEqual({
      routeTableId: "network-public-id",
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: "network-internet-id",
    });
  });

  it("intra subnets have no default route", () => {
    const routes = Object.values(built.graph.ofType(ec2("Route")));
    expect(routes.filter(({ routeTableId }) => routeTableId === "network-intra-id")).toEqual([
      {
        routeTableId: "network-intra-id",
        destinationCidrBlock: "10.0.0.0/11",
        transitGatewayId: "tgw-0123456789abcdef0",
      },
    ]);
  });

  it("every subnet follows a table", () => {
    expect(Object.keys(built.graph.ofType(ec2("RouteTableAssociation"))).sort()).toEqual(
      Object.keys(built.graph.ofType(ec2("Subnet"))).sort(),
    );
  });
});

describe("the transit gateway", () => {
  const VPC_ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";

  it("is attached in the intra subnets", () => {
    expect(built.graph.find(VPC_ATTACHMENT, "network-transit-gateway").inputs).toEqual({
      transitGatewayId: "tgw-0123456789abcdef0",
      vpcId: "network-vpc-id",
      subnetIds: ZONES.map((zone) => `network-intra-${zone}-id`),
      dnsSupport: "enable",
      ipv6Support: "disable",
      tags: { Name: "prod-us-east-1" },
    });
  });

  it("is reached from private and intra subnets, not from public ones", () => {
    const through = Object.values(built.graph.ofType(ec2("Route"))).filter(({ transitGatewayId }) => transitGatewayId);
    expect(through.map(({ routeTableId }) => routeTableId)).toEqual([
      "network-intra-id",
      ...ZONES.map((zone) => `network-private-${zone}-id`),
    ]);
  });

  it("is left out of a stack that has none", async () => {
    const { graph } = await networkOf(
      prodWith((input) => {
        delete input.network.transitGateway;
      }),
    );
    expect(graph.ofType(VPC_ATTACHMENT)).toEqual({});
    expect(Object.keys(graph.ofType(ec2("Route")))).toHaveLength(4);
  });
});

describe("order", () => {
  it("addresses and NAT gateways come after the internet gateway, and go before it", () => {
    for (const zone of ZONES) {
      expect(built.graph.find(ec2("Eip"), `network-nat-${zone}`).stated).toEqual([
        `${ec2("InternetGateway")} network-internet`,
      ]);
      expect(built.graph.find(ec2("NatGateway"), `network-nat-${zone}`).stated).toEqual([
        `${ec2("InternetGateway")} network-internet`,
      ]);
    }
  });

  it("routes to the transit gateway come after its attachment", () => {
    const { stated } = built.graph.find(ec2("Route"), "network-intra-10.0.0.0/11");
    expect(stated).toEqual(["aws:ec2transitgateway/vpcAttachment:VpcAttachment network-transit-gateway"]);
  });
});

describe("what others take from the network", () => {
  it("subnets of a group in the order of the zones", async () => {
    expect(await Promise.all(built.result.subnetIds("memory").map(resolved))).toEqual(
      ZONES.map((zone) => `network-memory-${zone}-id`),
    );
    expect(Object.keys(built.result.subnetIdsByZone("pods"))).toEqual(ZONES);
  });

  it("refuses a group that isn't there, and says which are", () => {
    expect(() => built.result.subnetIds("genral")).toThrow(
      'vantage:network.subnets: there is no group "genral"; the groups are general, intra, kafka, memory, pods, public, redis, spot',
    );
  });

  it("routes, associations and endpoints to wait for", () => {
    // 4 default routes, 24 associations, 4 routes to the transit gateway, 10 endpoints.
    expect(built.result.ready).toHaveLength(42);
  });
});
