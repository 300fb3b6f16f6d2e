import { lifecycleAges, lifecycleNames } from "../../../config/checks/lifecycle-rules";
import { entry, pathsAfter } from "./prod-findings";

const rules = (check: typeof lifecycleAges, ...lifecycle: object[]) =>
  pathsAfter(check, ({ storage }) => Object.assign(entry(storage.buckets, "vantage-backups"), { lifecycle }));
const bucket = "vantage:storage.buckets.vantage-backups.lifecycle";

describe("lifecycle rules", () => {
  it("of prod count in days, under names of their own", () => {
    expect([...pathsAfter(lifecycleAges), ...pathsAfter(lifecycleNames)]).toEqual([]);
  });

  it.each(["36h", "0d", "30s"])("an age of %s is none in days", (age) => {
    expect(rules(lifecycleAges, { id: "a", expiration: age, noncurrentExpiration: "7d" })).toEqual([
      `${bucket}[0].expiration`,
    ]);
    expect(rules(lifecycleAges, { id: "a", noncurrentExpiration: age })).toEqual([`${bucket}[0].noncurrentExpiration`]);
  });

  it("48h are two days", () => {
    expect(rules(lifecycleAges, { id: "a", noncurrentExpiration: "48h" })).toEqual([]);
  });

  it("of one bucket have different names", () => {
    const rule = { id: "a", noncurrentExpiration: "7d" };
    expect(rules(lifecycleNames, rule, { ...rule, id: "b" }, rule)).toEqual([`${bucket}[2].id`]);
  });
});
