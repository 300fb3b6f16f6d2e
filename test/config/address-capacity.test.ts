import * as fc from "fast-check";
import {
  defaultMaxPods,
  nodeAddressCapacity,
  podAddressCapacity,
  podAddressesOfNode,
  poolDemands,
} from "../../config/address-capacity";
import { INSTANCE_TYPES } from "../../config/reference/instance-types";
import { prodPlatform } from "../infra/prod-platform";
import { entry } from "./checks/prod-findings";

const type = (name: string) => entry(INSTANCE_TYPES, name);

describe("addresses of a node", () => {
  it.each([
    // 15 prefixes for 234 pods and one to spare, on one interface that has room for 29.
    ["m6i.4xlarge", 234, 16 * 16 + 1],
    ["r6i.2xlarge", 58, 5 * 16 + 1],
    ["m6i.xlarge", 110, 8 * 16 + 1],
    ["m6i.xlarge", 1, 2 * 16 + 1],
    // 17 prefixes need a second interface of 14.
    ["m6i.xlarge", 250, 17 * 16 + 2],
  ])("%s with %d pods takes %d", (name, maxPods, addresses) => {
    expect(podAddressesOfNode(maxPods, type(name))).toBe(addresses);
  });

  it("are more than its pods, and never fall when pods rise", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 249 }), fc.constantFrom(...Object.values(INSTANCE_TYPES)), (pods, each) => {
        expect(podAddressesOfNode(pods, each)).toBeGreaterThan(pods);
        expect(podAddressesOfNode(pods + 1, each)).toBeGreaterThanOrEqual(podAddressesOfNode(pods, each));
      }),
    );
  });

  it("follow Karpenter's own count where no number is set: 44 on an xlarge, 205 on a 4xlarge, with an interface reserved", () => {
    expect([defaultMaxPods(type("r6i.xlarge")), defaultMaxPods(type("r6i.4xlarge"))]).toEqual([3 * 14 + 2, 7 * 29 + 2]);
  });

  it("are those of Karpenter's count for a NodePool that names no number", () => {
    const { network, nodePools, karpenter } = prodPlatform();
    const { maxPods, ...unnumbered } = entry(karpenter.nodePools, "memory-optimized");
    expect(maxPods).toBe(58);
    const [demand] = poolDemands({ network, nodePools: {}, karpenter: { nodePools: { unnumbered } } });
    expect(Object.keys(nodePools)).toHaveLength(4);
    // 17 nodes of 4 vCPU take 3 + 1 prefixes each, fewer than 5 nodes of 16 vCPU with 13 + 1.
    expect(demand).toEqual({ group: undefined, nodesPerZone: 17, podAddressesPerZone: Math.max(17 * 65, 5 * 225) });
  });
});

describe("addresses of prod", () => {
  it("are asked for by six pools, in a third of their largest size", () => {
    expect(poolDemands(prodPlatform())).toEqual(
      expect.arrayContaining([
        { group: "general", nodesPerZone: 14, podAddressesPerZone: 14 * 257 },
        { group: "memory", nodesPerZone: 6, podAddressesPerZone: 6 * 81 },
        { group: "spot", nodesPerZone: 10, podAddressesPerZone: 10 * 81 },
        { group: "kafka", nodesPerZone: 2, podAddressesPerZone: 2 * 81 },
        // 500 vCPU in nodes of 4, and 200.
        { group: undefined, nodesPerZone: 42, podAddressesPerZone: 42 * 129 },
        { group: undefined, nodesPerZone: 17, podAddressesPerZone: 17 * 81 },
      ]),
    );
    expect(poolDemands(prodPlatform())).toHaveLength(6);
  });

  it("for pods fit a /18 in each zone, with a fifth to spare", () => {
    const need = Math.ceil((3_598 + 486 + 810 + 162 + 5_418 + 1_377) * 1.2);
    expect(podAddressCapacity(prodPlatform())).toEqual(
      ["us-east-1a", "us-east-1b", "us-east-1c"].map((zone) => ({ group: "pods", zone, need, supply: 16_379 })),
    );
  });

  it("for nodes fit a /24; Karpenter's nodes count in each group it may use", () => {
    const inFirstZone = nodeAddressCapacity(prodPlatform()).filter(({ zone }) => zone === "us-east-1a");
    expect(Object.fromEntries(inFirstZone.map(({ group, need, supply }) => [group, [need, supply]]))).toEqual({
      general: [Math.ceil((14 + 59) * 1.2), 251],
      memory: [Math.ceil((6 + 59) * 1.2), 251],
      spot: [12, 251],
      kafka: [3, 251],
    });
  });

  it("are none where the group doesn't exist", () => {
    const { network, nodePools, karpenter } = prodPlatform();
    expect(podAddressCapacity({ network: { ...network, podSubnets: "nowhere" }, nodePools, karpenter })).toEqual([]);
  });
});
