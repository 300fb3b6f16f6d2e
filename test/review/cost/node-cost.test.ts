import type { PlannedResource } from "../../../policies/resource";
import { nodeCost } from "../../../review/cost/node-cost";
import { nodesOfPlan } from "../../../review/nodes/nodes-of-plan";
import { PlanIndex } from "../../../review/plan-index";
import { karpenter, managed, provider, SUBNETS, scaling, template } from "../plan-fixture";

function costsIn(region: string, ...resources: readonly PlannedResource[]) {
  const { sources } = nodesOfPlan(new PlanIndex([provider(region), ...SUBNETS, ...resources]));
  const priced = sources.map(nodeCost);
  return {
    lines: priced.flatMap(({ lines }) =>
      lines.map(({ what, minimum, typical, maximum }) => [what, minimum, typical, maximum]),
    ),
    assumptions: priced.flatMap(({ lines }) => lines.map(({ assumption }) => assumption)),
    notPriced: priced.flatMap(({ notPriced }) => notPriced.map(({ what, reason }) => [what, reason])),
  };
}
const costs = (...resources: readonly PlannedResource[]) => costsIn("us-east-1", ...resources);

describe("the nodes of a group", () => {
  it("cost by its sizes: instances, root volumes and metrics", () => {
    expect(costs(template("web"), managed("web"))).toEqual({
      lines: [
        // 12, 18 and 40 × 0.768 USD × 730 hours; × 200 GiB × 0.08 USD; × 7 metrics × 0.3 USD.
        ["instances", 6_727.68, 10_091.52, 22_425.6],
        ["root volumes", 192, 288, 640],
        ["detailed monitoring", 25.2, 37.8, 84],
      ],
      assumptions: [
        "12 to 40 nodes, 18 at first; m6i.4xlarge at 0.768 USD/hour; 730 hours a month",
        "200 GiB gp3 each, 12 to 40 volumes, 18 at first; 0.08 USD/GB-month",
        "7 metrics each, 12 to 40 nodes, 18 at first; 0.3 USD/metric-month",
      ],
      notPriced: [],
    });
  });

  it("cost 68% less as spot, but no less than on demand at the most", () => {
    const spot = managed("spot", {
      capacityType: "SPOT",
      instanceTypes: ["m6i.2xlarge", "m5.2xlarge", "m5a.2xlarge"],
      scalingConfig: { minSize: 1, desiredSize: 11, maxSize: 30 },
    });
    const { lines, assumptions } = costs(template("spot", { monitoring: { enabled: false } }), spot);
    // 1 × 0.344 × 0.32, 11 × 0.384 × 0.32 and 30 × 0.384, each × 730: the cheapest, the preferred, the dearest.
    expect(lines[0]).toEqual(["instances", 80.36, 986.73, 8_409.6]);
    expect(lines.map(([what]) => what)).toEqual(["instances", "root volumes"]);
    expect(assumptions[0]).toMatch(/; spot, 68% less than that, but the maximum at the price on demand/);
  });

  it("cost as much however far where the group doesn't scale", () => {
    const group = [template("disks", { instanceType: "i3en.2xlarge" }), scaling("disks")];
    expect(costs(...group).lines[0]).toEqual(["instances", 3_299.6, 3_299.6, 3_299.6]);
  });

  it("of a type without a price are told, beside those that have one", () => {
    const { lines, notPriced } = costs(template("web"), managed("web", { instanceTypes: ["x9.huge", "m6i.4xlarge"] }));
    expect(lines[0]).toEqual(["instances", 6_727.68, 10_091.52, 22_425.6]);
    expect(notPriced).toEqual([["instances", "there is no price of x9.huge in us-east-1"]]);
  });

  it("of no type with a price have none, but their volumes do", () => {
    expect(costs(template("web"), managed("web", { instanceTypes: ["x9.huge"] }))).toMatchObject({
      lines: [
        ["root volumes", 192, 288, 640],
        ["detailed monitoring", 25.2, 37.8, 84],
      ],
      notPriced: [["instances", "there is no price of x9.huge in us-east-1"]],
    });
  });

  it("of a type or with volumes that the plan doesn't tell are told", () => {
    expect(costs(managed("web", { instanceTypes: [] }))).toEqual({
      lines: [],
      assumptions: [],
      notPriced: [
        ["instances", "the plan doesn't name their type"],
        ["root volumes", "the plan doesn't tell them: the image of the nodes does"],
      ],
    });
  });

  it("have other prices elsewhere, or none", () => {
    const group = [template("web"), managed("web")];
    expect(costsIn("us-gov-west-1", ...group)).toMatchObject({
      lines: [["instances", 8_479.68, 12_719.52, 28_265.6]],
      notPriced: [
        ["root volumes", "there is no price of gp3Storage in us-gov-west-1"],
        ["detailed monitoring", "there is no price of metric in us-gov-west-1"],
      ],
    });
    expect(costsIn("eu-west-1", ...group)).toMatchObject({
      lines: [],
      notPriced: expect.arrayContaining([["instances", "there is no price of m6i.4xlarge in eu-west-1"]]),
    });
  });
});

describe("the nodes of a NodePool", () => {
  it("cost nothing until pods wait, and up to its limits the type that fills them dearest", () => {
    // 8 × m6i.xlarge at 0.192 is 1.536 USD an hour, 4 × m7i.2xlarge at 0.4032 is 1.6128.
    expect(costs(...karpenter("default", { limits: { cpu: 32, memory: "128Gi" } }))).toEqual({
      lines: [
        ["instances", 0, 0, 1_177.34],
        ["root volumes", 0, 0, 32],
      ],
      assumptions: [
        "none until pods wait for a node; at the most 4 × m7i.2xlarge, which fills the limits of 32 vCPU and 128 GiB dearest of its types alone, at 0.4032 USD/hour on demand; 730 hours a month",
        "100 GiB gp3 each, 0 to 4 volumes, 0 at first; 0.08 USD/GB-month",
      ],
      notPriced: [],
    });
  });

  it("count with the most nodes where two types cost the same", () => {
    const types = ["m6i.2xlarge", "m6i.xlarge"];
    expect(costs(...karpenter("default", { types })).assumptions[0]).toMatch(/at the most 8 × m6i\.xlarge/);
  });

  it("may be spot, which costs less than the maximum", () => {
    const capacity = ["spot", "on-demand"];
    expect(costs(...karpenter("default", { capacity })).assumptions[0]).toMatch(/730 hours a month; spot costs less$/);
  });

  it("cost nothing while its limit is 0", () => {
    expect(costs(...karpenter("default", { limits: { cpu: "0", memory: "128Gi" } })).lines).toEqual([
      ["instances", 0, 0, 0],
      ["root volumes", 0, 0, 0],
    ]);
  });

  it("have no bound without limits, and no price of types that have none", () => {
    expect(costs(...karpenter("default", { limits: {} }))).toMatchObject({
      lines: [],
      notPriced: [["instances", "it has no limits: nothing bounds what it may launch"]],
    });
    expect(costsIn("eu-central-1", ...karpenter("default", { types: ["m7i.xlarge"] }))).toMatchObject({
      lines: [["root volumes", 0, 0, 76.16]],
      notPriced: [["instances", "there is no price of m7i.xlarge in eu-central-1"]],
    });
  });
});
