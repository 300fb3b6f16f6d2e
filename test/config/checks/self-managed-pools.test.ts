import { selfManagedInstances } from "../../../config/checks/self-managed-pools";
import { soleInstanceType } from "../../../infra/nodes/self-managed-group";
import type { ProdInput } from "../../infra/prod-platform";
import { prodWith } from "../../infra/prod-platform";
import { entry, findingsAfter } from "./prod-findings";

const kafka = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.nodePools, "worker-kafka-v2"), change);
};

describe("a self-managed pool", () => {
  it("of prod has one on-demand type", () => {
    expect(findingsAfter(selfManagedInstances)).toEqual([]);
  });

  it.each([
    [{ instanceTypes: ["i3en.2xlarge", "i3en.3xlarge"] }, "instanceTypes", "2 types in a pool with manager: self"],
    [{ capacity: "spot" }, "capacity", "spot in a pool with manager: self"],
  ])("with %j is what infra would refuse", (change, field, given) => {
    expect(findingsAfter(selfManagedInstances, kafka(change))).toMatchObject([
      { path: ["nodePools", "worker-kafka-v2", field], given },
    ]);
    const pool = entry(prodWith(kafka(change)).nodePools, "worker-kafka-v2");
    expect(() => soleInstanceType("worker-kafka-v2", pool)).toThrow(/takes one on-demand instance type/);
  });

  it("may have several types once EKS manages it", () => {
    const change = kafka({ manager: "eks", capacity: "spot", instanceTypes: ["i3en.2xlarge", "m6i.2xlarge"] });
    expect(findingsAfter(selfManagedInstances, change)).toEqual([]);
  });
});
