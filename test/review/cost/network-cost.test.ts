import type { PlannedResource } from "../../../policies/resource";
import { keyCost } from "../../../review/cost/key-cost";
import { networkCost } from "../../../review/cost/network-cost";
import { PlanIndex } from "../../../review/plan-index";
import { resource } from "../../policies/estate-fixture";
import { provider, REGION } from "../plan-fixture";

type Cost = typeof networkCost;

function costs(resources: readonly PlannedResource[], cost: Cost = networkCost, region = REGION) {
  const { lines, notPriced } = cost(new PlanIndex([provider(region), ...resources]));
  return {
    lines: lines.map(({ what, minimum, typical, maximum }) => [what, minimum, typical, maximum]),
    notPriced: notPriced.map(({ what, reason }) => [what, reason]),
  };
}

const endpoint = (inputs: Readonly<Record<string, unknown>>) =>
  resource("aws:ec2/vpcEndpoint:VpcEndpoint", "e", inputs);

describe("the network", () => {
  it("costs by the hour for being there, and by use beyond that", () => {
    const found = costs([
      resource("aws:ec2/natGateway:NatGateway", "n", {}),
      resource("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "t", {}),
      resource("aws:ec2/eip:Eip", "a", {}),
    ]);
    expect(found).toEqual({
      lines: [
        ["NAT gateway", 32.85, 32.85, 32.85],
        ["transit gateway attachment", 36.5, 36.5, 36.5],
        ["public IPv4 address", 3.65, 3.65, 3.65],
      ],
      notPriced: [
        ["NAT gateway: data", "depends on use; 0.045 USD/GB"],
        ["transit gateway attachment: data", "depends on use; 0.02 USD/GB"],
      ],
    });
  });

  it("has interface endpoints that cost in each of their subnets, and gateway endpoints that are free", () => {
    const subnetIds = ["[unknown]", "[unknown]", "[unknown]"];
    expect(costs([endpoint({ vpcEndpointType: "Interface", subnetIds })])).toEqual({
      lines: [["interface endpoint", 21.9, 21.9, 21.9]],
      notPriced: [["interface endpoint: data", "depends on use; 0.01 USD/GB"]],
    });
    expect(costs([endpoint({ vpcEndpointType: "Gateway" })])).toEqual({ lines: [], notPriced: [] });
    expect(costs([endpoint({})])).toEqual({ lines: [], notPriced: [] });
  });

  it.each([
    [{ vpcEndpointType: "GatewayLoadBalancer" }, `there is no price of GatewayLoadBalancer endpoints in ${REGION}`],
    [{ vpcEndpointType: "Interface" }, "the plan doesn't tell its subnets"],
    [{ vpcEndpointType: "Interface", subnetIds: "[unknown]" }, "subnetIds is unknown before it is created"],
  ])("tells of the endpoint %j that it can't be priced", (inputs, reason) => {
    expect(costs([endpoint(inputs)])).toEqual({ lines: [], notPriced: [["endpoint", reason]] });
  });

  it("tells what has no price where it is", () => {
    const attachment = resource("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "t", {});
    expect(costs([attachment], networkCost, "eu-central-1")).toEqual({
      lines: [],
      notPriced: [
        ["transit gateway attachment", "there is no price of transitGatewayAttachment in eu-central-1"],
        ["transit gateway attachment: data", "depends on use; there is no price of transitGatewayData in eu-central-1"],
      ],
    });
  });
});

describe("a key", () => {
  const key = (inputs: Readonly<Record<string, unknown>>) => [resource("aws:kms/key:Key", "k", inputs)];

  it("costs a dollar, and as much again for each of its first two rotations", () => {
    expect(costs(key({ enableKeyRotation: true }), keyCost)).toEqual({
      lines: [["key", 1, 1, 3]],
      notPriced: [["key: requests", "depends on use; 0.03 USD/10,000 requests"]],
    });
    expect(costs(key({ enableKeyRotation: false }), keyCost).lines).toEqual([["key", 1, 1, 1]]);
    expect(costs(key({}), keyCost).lines).toEqual([["key", 1, 1, 1]]);
  });
});
