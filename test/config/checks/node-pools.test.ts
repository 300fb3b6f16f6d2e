import {
  localVolumeDisks,
  nodeCounts,
  nodePoolSubnets,
  someNodePool,
  spotPoolTypes,
} from "../../../config/checks/node-pools";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter } from "./prod-findings";

const general = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.nodePools, "worker-general-v5"), change);
};

describe("node pools", () => {
  it("of prod are in order", () => {
    const checks = [someNodePool, nodeCounts, nodePoolSubnets, spotPoolTypes, localVolumeDisks];
    expect(checks.flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("there is at least one", () => {
    const findings = findingsAfter(someNodePool, (input) => Object.assign(input, { nodePools: {} }));
    expect(findings).toMatchObject([{ path: ["nodePools"], given: "no pool" }]);
  });

  it.each([
    [{ min: 41, desired: 41, max: 40 }, "min", "at most max, which is 40"],
    [{ min: 12, desired: 11, max: 40 }, "desired", "from min to max: 12 to 40"],
    [{ min: 12, desired: 41, max: 40 }, "desired", "from min to max: 12 to 40"],
  ])("numbers of nodes %j: %s is wrong", (nodes, field, allowed) => {
    expect(findingsAfter(nodeCounts, general({ nodes }))).toMatchObject([
      { path: ["nodePools", "worker-general-v5", "nodes", field], allowed },
    ]);
  });

  it.each(["pods", "nowhere"])("nodes don't live in the group %s", (subnets) => {
    expect(findingsAfter(nodePoolSubnets, general({ subnets }))).toMatchObject([
      {
        path: ["nodePools", "worker-general-v5", "subnets"],
        given: subnets,
        allowed: "a subnet group of role nodes: spot, general, memory, kafka",
      },
    ]);
  });

  it("a spot pool has three types (document 000, section 7)", () => {
    const two = ["m6i.4xlarge", "m7i.4xlarge"];
    expect(findingsAfter(spotPoolTypes, general({ capacity: "spot", instanceTypes: two }))).toMatchObject([
      { path: ["nodePools", "worker-general-v5", "instanceTypes"], given: "2 on a spot pool" },
    ]);
    expect(findingsAfter(spotPoolTypes, general({ capacity: "spot", instanceTypes: [...two, "m5.4xlarge"] }))).toEqual(
      [],
    );
  });

  it("local volumes need local disks", () => {
    expect(findingsAfter(localVolumeDisks, general({ localVolumes: true }))).toMatchObject([
      { path: ["nodePools", "worker-general-v5", "localVolumes"], given: "true with m6i.4xlarge" },
    ]);
    const withDisks = general({ localVolumes: true, instanceTypes: ["i3en.6xlarge"] });
    expect(findingsAfter(localVolumeDisks, withDisks)).toEqual([]);
  });
});
