import { vpcSize } from "../../../config/checks/vpc-size";
import { findingsAfter } from "./prod-findings";

describe("the VPC's size", () => {
  it.each(["10.42.0.0/16", "10.42.0.0/28"])("%s is one that AWS takes", (cidr) => {
    expect(findingsAfter(vpcSize, ({ network }) => Object.assign(network, { cidr }))).toEqual([]);
  });

  it.each([
    ["10.42.0.0/15", "10.42.0.0/15, 131072 addresses"],
    ["10.42.0.0/29", "10.42.0.0/29, 8 addresses"],
  ])("%s is refused", (cidr, given) => {
    expect(findingsAfter(vpcSize, ({ network }) => Object.assign(network, { cidr }))).toEqual([
      {
        path: ["network", "cidr"],
        given,
        allowed: "a block from /16 to /28",
        mend: "change the number after the slash to one from 16 to 28",
      },
    ]);
  });
});
