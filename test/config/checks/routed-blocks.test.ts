import { serviceCidr, transitGatewayDestinations } from "../../../config/checks/routed-blocks";
import { findingsAfter } from "./prod-findings";

const destination = (block: string) =>
  findingsAfter(transitGatewayDestinations, ({ network }) => {
    Object.assign(network.transitGateway ?? {}, { destinations: [block] });
  });
const services = (block: string) =>
  findingsAfter(serviceCidr, ({ cluster }) => Object.assign(cluster, { serviceCidr: block }));

describe("destinations behind the transit gateway", () => {
  it("of prod are outside VPC and Services", () => {
    expect(findingsAfter(transitGatewayDestinations)).toEqual([]);
  });

  it("are not asked for without a gateway", () => {
    expect(
      findingsAfter(transitGatewayDestinations, ({ network }) => {
        delete network.transitGateway;
      }),
    ).toEqual([]);
  });

  it.each([
    ["10.0.0.0/8", "10.0.0.0/8, which overlaps the VPC's 10.42.0.0/16"],
    ["172.16.0.0/12", "172.16.0.0/12, which overlaps the cluster's service 172.20.0.0/16"],
  ])("%s is refused", (block, given) => {
    expect(destination(block)).toMatchObject([{ path: ["network", "transitGateway", "destinations", 0], given }]);
  });
});

describe("addresses of Services", () => {
  it.each(["172.20.0.0/16", "10.100.0.0/24", "192.168.0.0/16", "172.16.0.0/12"])("%s is taken", (block) => {
    expect(services(block)).toEqual([]);
  });

  it.each([
    ["in the VPC", "10.42.0.0/16"],
    ["around the VPC", "10.32.0.0/12"],
    ["too small", "172.20.0.0/25"],
    ["too large", "10.0.0.0/8"],
    ["public", "8.8.8.0/24"],
  ])("a block %s is refused", (_, block) => {
    expect(services(block)).toMatchObject([{ path: ["cluster", "serviceCidr"], given: block }]);
  });
});
