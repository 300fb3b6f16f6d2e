import { subnetZones, zonesOfRegion } from "../../../config/checks/zones";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

describe("zones", () => {
  it("of prod belong to its region, and every group has a block in each", () => {
    expect([zonesOfRegion, subnetZones].flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("of another region are named, with those there are", () => {
    const findings = findingsAfter(zonesOfRegion, ({ network }) => {
      network.zones[2] = "us-east-2c";
    });
    expect(findings).toMatchObject([
      {
        path: ["network", "zones", 2],
        given: "us-east-2c",
        allowed: "a zone of us-east-1: us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f",
      },
    ]);
  });

  it("move with the region: all of them are wrong in another one", () => {
    const paths = pathsAfter(zonesOfRegion, ({ aws }) => Object.assign(aws, { region: "us-gov-west-1" }));
    expect(paths).toEqual(["vantage:network.zones[0]", "vantage:network.zones[1]", "vantage:network.zones[2]"]);
  });

  it("without a block are reported in the group", () => {
    const paths = pathsAfter(subnetZones, ({ network }) => {
      delete entry(network.subnets, "intra").cidrs["us-east-1b"];
    });
    expect(paths).toEqual(["vantage:network.subnets.intra.cidrs.us-east-1b"]);
  });

  it("that the network doesn't have are reported by their key", () => {
    const findings = findingsAfter(subnetZones, ({ network }) => {
      entry(network.subnets, "intra").cidrs["us-east-1d"] = "10.42.3.192/26";
    });
    expect(findings).toMatchObject([{ path: ["network", "subnets", "intra", "cidrs", "us-east-1d"], on: "key" }]);
  });
});
