import { spotPoolLabels } from "../../../config/checks/spot-labels";
import { spotTolerations } from "../../../infra/karpenter/termination-values";
import type { ProdInput } from "../../infra/prod-platform";
import { prodWith } from "../../infra/prod-platform";
import { entry, findingsAfter } from "./prod-findings";

const labelled = (labels: Record<string, string>) => (input: ProdInput) => {
  Object.assign(entry(input.nodePools, "worker-spot-v2"), { labels });
};

describe("a spot pool", () => {
  it("of prod has the label of the termination handler", () => {
    expect(findingsAfter(spotPoolLabels)).toEqual([]);
  });

  it.each([
    [{}, "nothing, on a spot pool"],
    [{ "capacity-type": "on-demand" }, "on-demand"],
  ])("with labels %j is what infra would refuse", (labels, given) => {
    expect(findingsAfter(spotPoolLabels, labelled(labels))).toMatchObject([
      { path: ["nodePools", "worker-spot-v2", "labels", "capacity-type"], given, allowed: "spot" },
    ]);
    expect(() => spotTolerations(prodWith(labelled(labels)).nodePools)).toThrow(
      /without the label capacity-type: spot/,
    );
  });

  it("is the only kind that needs it", () => {
    const onDemand = (input: ProdInput) => {
      labelled({})(input);
      Object.assign(entry(input.nodePools, "worker-spot-v2"), { capacity: "on-demand" });
    };
    expect(findingsAfter(spotPoolLabels, onDemand)).toEqual([]);
  });
});
