import { capacityDelta } from "../../../review/capacity/capacity-delta";
import { resource } from "../../policies/estate-fixture";
import { BATCH, capacity, text, WEB } from "./capacity-fixture";
import { asking, on, workload } from "./pods-fixture";

describe("what a change does to the capacity", () => {
  const bound = (cpu: string) => workload("Deployment", "bound", asking(cpu, "2Gi"), on("web"), { replicas: 3 });
  const base = capacity(WEB, bound("1"));

  it("is nothing when nothing changes", () => {
    expect(capacityDelta(base, base)).toEqual({
      total: [],
      pools: [],
      addresses: [],
      notCounted: { added: [], removed: [] },
    });
  });

  it("is told amount by amount, with units", () => {
    const head = capacity(WEB, bound("1500m"));
    const { total, pools } = capacityDelta(base, head);
    expect(total).toEqual([]);
    expect(pools).toEqual([
      {
        pool: "web",
        operation: "changed",
        amounts: [
          {
            what: "processors asked for",
            unit: "mCPU",
            before: { minimum: 3_000, typical: 3_000, maximum: 3_000 },
            after: { minimum: 4_500, typical: 4_500, maximum: 4_500 },
            change: { minimum: 1_500, typical: 1_500, maximum: 1_500 },
          },
          {
            what: "processors left",
            unit: "mCPU",
            before: { minimum: 12_820, typical: 28_640, maximum: 44_460 },
            after: { minimum: 11_320, typical: 27_140, maximum: 42_960 },
            change: { minimum: -1_500, typical: -1_500, maximum: -1_500 },
          },
        ],
        podSets: [{ before: base.pools[0]?.podSets[0], after: head.pools[0]?.podSets[0] }],
      },
    ]);
  });

  it("is a pool more or less, with its nodes and addresses", () => {
    const head = capacity(
      [...WEB, ...BATCH],
      bound("1"),
      workload("Deployment", "lost", asking("1", "1Gi"), on("gone")),
    );
    const { total, pools, addresses } = capacityDelta(base, head);
    expect(total.map(({ what, unit, change }) => [what, unit, text(change)])).toEqual([
      ["nodes", "nodes", "2/4/6"],
      ["processors", "vCPU", "16/32/48"],
      ["memory", "GiB", "64/128/192"],
    ]);
    expect(pools.map(({ pool, operation, amounts }) => [pool, operation, amounts.length])).toEqual([
      ["batch", "added", 9],
      ["no pool", "added", 3],
    ]);
    // Three nodes more in each of two zones, with a fifth kept free: 8 instead of 4.
    expect(addresses.map(({ before, after }) => [before?.need, after?.need])).toEqual([
      [4, 8],
      [4, 8],
    ]);
    const back = capacityDelta(head, base);
    expect(back.pools.map(({ pool, operation }) => [pool, operation])).toEqual([
      ["batch", "removed"],
      ["no pool", "removed"],
    ]);
  });

  it("is told of what is no longer counted", () => {
    const head = capacity([...WEB, resource("aws:eks/addon:Addon", "a", {})], bound("1"));
    const reason = "its pods are made elsewhere, from its values";
    expect(capacityDelta(base, head).notCounted).toEqual({
      added: [{ object: "aws:eks/addon:Addon a", reason }],
      removed: [],
    });
    expect(capacityDelta(head, base).notCounted).toEqual({
      added: [],
      removed: [{ object: "aws:eks/addon:Addon a", reason }],
    });
  });
});
