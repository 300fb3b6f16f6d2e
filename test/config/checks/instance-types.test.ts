import {
  equalArchitectures,
  equalSizes,
  knownInstanceTypes,
  knownKarpenterTypes,
  podsPerNode,
} from "../../../config/checks/instance-types";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const spot =
  (...instanceTypes: string[]) =>
  (input: ProdInput) => {
    Object.assign(entry(input.nodePools, "worker-spot-v2"), { instanceTypes });
  };
const launched = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.karpenter.nodePools, "default-nodepool"), change);
};

describe("instance types", () => {
  it("of prod are known, alike within a pool, and have addresses for their pods", () => {
    const checks = [knownInstanceTypes, knownKarpenterTypes, equalSizes, equalArchitectures, podsPerNode];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("that are misspelt are named with what was meant", () => {
    expect(findingsAfter(knownInstanceTypes, spot("m6i.2xlarge", "m5.2xlrage"))).toMatchObject([
      {
        path: ["nodePools", "worker-spot-v2", "instanceTypes", 1],
        given: "m5.2xlrage",
        mend: "did you mean m5.2xlarge? or add the type to config/reference/instance-types.ts",
      },
    ]);
  });

  it("are known for Karpenter too", () => {
    expect(pathsAfter(knownKarpenterTypes, launched({ instanceTypes: ["m6i.xlarge", "x1.huge"] }))).toEqual([
      "vantage:karpenter.nodePools.default-nodepool.instanceTypes[1]",
    ]);
  });

  it.each([
    ["r6i.2xlarge", "r6i.2xlarge (8 vCPU, 64 GiB)"],
    ["m5.4xlarge", "m5.4xlarge (16 vCPU, 64 GiB)"],
  ])("of another size don't mix: %s", (type, given) => {
    expect(findingsAfter(equalSizes, spot("m6i.2xlarge", "m5.2xlarge", type))).toMatchObject([
      {
        path: ["nodePools", "worker-spot-v2", "instanceTypes", 2],
        given,
        allowed: "types of the same size: 8 vCPU, 32 GiB, as m6i.2xlarge",
      },
    ]);
  });

  it("of another architecture don't mix, in either kind of pool", () => {
    expect(findingsAfter(equalArchitectures, spot("m6i.2xlarge", "m6g.2xlarge"))).toMatchObject([
      { path: ["nodePools", "worker-spot-v2", "instanceTypes", 1], given: "m6g.2xlarge (arm64)" },
    ]);
    expect(pathsAfter(equalArchitectures, launched({ instanceTypes: ["m6i.xlarge", "r6g.xlarge"] }))).toEqual([
      "vantage:karpenter.nodePools.default-nodepool.instanceTypes[1]",
    ]);
  });

  it("have no more pods than their interfaces have addresses for", () => {
    const small = (maxPods: number) => launched({ instanceTypes: ["m6i.xlarge", "t3.medium"], maxPods });
    expect(findingsAfter(podsPerNode, small(162))).toEqual([]);
    expect(findingsAfter(podsPerNode, small(163))).toMatchObject([
      { path: ["karpenter", "nodePools", "default-nodepool", "maxPods"], given: "163" },
    ]);
  });
});
