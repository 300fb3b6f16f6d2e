import { clusterCost } from "../../../review/cost/cluster-cost";
import { PlanIndex } from "../../../review/plan-index";
import { resource, TODAY } from "../../policies/estate-fixture";
import { provider } from "../plan-fixture";

function cost(inputs: Readonly<Record<string, unknown>>, on = TODAY) {
  const { lines, notPriced } = clusterCost(
    new PlanIndex([provider(), resource("aws:eks/cluster:Cluster", "c", inputs)]),
    on,
  );
  return {
    lines: lines.map(({ minimum, typical, maximum, assumption }) => [minimum, typical, maximum, assumption]),
    notPriced: notPriced.map(({ what, reason }) => [what, reason]),
  };
}

const BY_HOUR = (price: number) => `${price} USD/cluster-hour, 730 hours a month`;

describe("a control plane", () => {
  it("costs 0.10 USD an hour up to the last day of standard support, and 0.60 after it", () => {
    expect(cost({ version: "1.32" }, new Date("2026-03-23T23:59:59Z")).lines).toEqual([
      [73, 73, 73, `Kubernetes 1.32, in standard support; ${BY_HOUR(0.1)}`],
    ]);
    expect(cost({ version: "1.32" }, new Date("2026-03-24T00:00:00Z")).lines).toEqual([
      [438, 438, 438, `Kubernetes 1.32, in extended support since 2026-03-23; ${BY_HOUR(0.6)}`],
    ]);
  });

  it("stays at 0.10 USD where EKS may raise the version by itself", () => {
    expect(cost({ version: "1.32", upgradePolicy: { supportType: "STANDARD" } }).lines).toEqual([
      [73, 73, 73, `Kubernetes 1.32, in standard support; EKS raises it by itself after 2026-03-23; ${BY_HOUR(0.1)}`],
    ]);
    expect(cost({ version: "1.32", upgradePolicy: { supportType: "EXTENDED" } }).lines[0]?.[0]).toBe(438);
  });

  it("costs as much when extended support has ended: EKS raises it by itself, to one that is in it", () => {
    expect(cost({ version: "1.29" }).lines).toEqual([
      [
        438,
        438,
        438,
        `Kubernetes 1.29, in extended support since 2025-03-23; EKS raises it by itself after 2026-03-23; ${BY_HOUR(0.6)}`,
      ],
    ]);
  });

  it("of a version that isn't known has no price", () => {
    expect(cost({ version: "1.99" })).toEqual({
      lines: [],
      notPriced: [
        ["control plane", "1.99 is not in the calendar of EKS: whether it is in extended support isn't known"],
      ],
    });
    expect(cost({}).notPriced[0]?.[1]).toMatch(/^EKS chooses its version: /);
    expect(cost({ version: "[unknown]" }).notPriced).toEqual([
      ["control plane", "version is unknown before it is created"],
    ]);
  });

  it("with Auto Mode has a fee for its instances that isn't priced", () => {
    expect(cost({ version: "1.35", computeConfig: { enabled: true } })).toMatchObject({
      lines: [[73, 73, 73, expect.any(String)]],
      notPriced: [["EKS Auto Mode", "its fee for each instance has no price here, nor have its nodes"]],
    });
    expect(cost({ version: "1.35", computeConfig: { enabled: false } }).notPriced).toEqual([]);
  });
});
