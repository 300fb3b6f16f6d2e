import { countText, volumeCost } from "../../../review/cost/volume-cost";
import type { BlockVolume } from "../../../review/nodes/node-source";
import { REGION } from "../plan-fixture";

const COUNT = { minimum: 0, typical: 2, maximum: 10 };
const WHERE = { what: "volumes", resource: "r", region: REGION, count: COUNT };

function costs(volume: Partial<BlockVolume>) {
  const whole = { sizeGib: 100, type: "gp3", iops: undefined, throughputMibPerSecond: undefined, ...volume };
  const { lines, notPriced } = volumeCost(whole, WHERE);
  return {
    lines: lines.map(({ what, minimum, typical, maximum }) => [what, minimum, typical, maximum]),
    notPriced: notPriced.map(({ what, reason }) => [what, reason]),
  };
}

describe("volumes", () => {
  it("of gp3 cost by their size", () => {
    expect(costs({})).toEqual({ lines: [["volumes", 0, 16, 80]], notPriced: [] });
    expect(costs({ iops: 3_000, throughputMibPerSecond: 125 }).lines).toEqual([["volumes", 0, 16, 80]]);
  });

  it("of gp3 cost more with more IOPS and throughput than they have anyway", () => {
    expect(costs({ iops: 3_001, throughputMibPerSecond: 225 }).lines).toEqual([
      ["volumes", 0, 16, 80],
      ["volumes: IOPS", 0, 0.01, 0.05],
      ["volumes: throughput", 0, 8, 40],
    ]);
  });

  it("of io2 cost by their size and all their IOPS, up to the end of the first step", () => {
    expect(costs({ type: "io2", iops: 32_000 }).lines).toEqual([
      ["volumes", 0, 25, 125],
      ["volumes: IOPS", 0, 4_160, 20_800],
    ]);
    expect(costs({ type: "io2", iops: 32_001 })).toEqual({
      lines: [["volumes", 0, 25, 125]],
      notPriced: [["volumes: IOPS", "there is no price of more than 32000 IOPS"]],
    });
  });

  it("of other types, or without a size, have no price", () => {
    expect(costs({ type: "st1" })).toEqual({ lines: [], notPriced: [["volumes", "there is no price of st1 volumes"]] });
    expect(costs({ sizeGib: 0 })).toEqual({ lines: [], notPriced: [["volumes", "the plan doesn't tell their size"]] });
  });
});

test("numbers for readers", () => {
  expect(countText(COUNT, "node")).toBe("0 to 10 nodes, 2 at first");
  expect(countText({ minimum: 1, typical: 1, maximum: 1 }, "node")).toBe("1 node");
  expect(countText({ minimum: 5, typical: 5, maximum: 5 }, "node")).toBe("5 nodes");
});
