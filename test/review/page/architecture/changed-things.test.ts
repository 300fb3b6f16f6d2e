import { changedThings, changeOf, removedFrom } from "../../../../review/page/architecture/changed-things";
import { change, object } from "../page-fixture";

describe("changed things", () => {
  it("are found by name, the worst of several first", () => {
    const changed = changedThings([change("a", "in place"), change("b", "data loss")]);
    expect(changeOf(["a", "b", "c"], changed)).toEqual({ change: "data loss" });
    expect(changeOf(["a"], changed)).toEqual({ change: "in place" });
    expect(changeOf(["c"], changed)).toEqual({});
  });

  it("that were removed count for their namespace", () => {
    const before = object("v1", "ConfigMap", "gone", "shop");
    const changed = changedThings([
      change("ConfigMap shop/gone", "rolling", { operation: "removed", before }),
      change("ConfigMap shop/more", "in place", { operation: "removed", before }),
      change("Namespace old", "data loss", {
        operation: "removed",
        before: object("v1", "Namespace", "old", undefined),
      }),
    ]);
    expect([...changed]).toEqual([
      [removedFrom("shop"), "rolling"],
      ["Namespace old", "data loss"],
    ]);
  });
});
