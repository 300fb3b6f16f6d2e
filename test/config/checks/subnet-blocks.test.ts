import { subnetSize, subnetsDisjoint, subnetsInsideVpc } from "../../../config/checks/subnet-blocks";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const general = (cidr: string) => (input: Parameters<Parameters<typeof findingsAfter>[1] & object>[0]) => {
  entry(input.network.subnets, "general").cidrs["us-east-1a"] = cidr;
};

describe("subnets", () => {
  it("of prod lie inside the VPC, apart from each other, in sizes AWS takes", () => {
    expect([subnetSize, subnetsInsideVpc, subnetsDisjoint].flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("outside the VPC are named with the VPC's block", () => {
    expect(findingsAfter(subnetsInsideVpc, general("10.43.17.0/24"))).toEqual([
      {
        path: ["network", "subnets", "general", "cidrs", "us-east-1a"],
        given: "10.43.17.0/24",
        allowed: "a block inside the VPC's 10.42.0.0/16",
        mend: "choose a free block of the VPC, or widen vantage:network.cidr",
      },
    ]);
  });

  it("that share addresses are named with the earlier one", () => {
    expect(findingsAfter(subnetsDisjoint, general("10.42.5.128/25"))).toEqual([
      {
        path: ["network", "subnets", "general", "cidrs", "us-east-1a"],
        given: "10.42.5.128/25, which overlaps 10.42.5.0/24 (redis in us-east-1a)",
        allowed: "a block that no other subnet uses",
        mend: "choose a free block of the VPC",
      },
    ]);
  });

  it.each([
    ["10.42.17.0/28", []],
    ["10.42.17.0/29", ["vantage:network.subnets.general.cidrs.us-east-1a"]],
    ["10.0.0.0/15", ["vantage:network.subnets.general.cidrs.us-east-1a"]],
  ])("of %s: %j", (cidr, paths) => {
    expect(pathsAfter(subnetSize, general(cidr))).toEqual(paths);
  });
});
