import { secret, UNKNOWN } from "../../../sandbox/server/properties";
import { formatPath, isWithin, propertyChanges } from "../../../sandbox/server/property-diff";

test("equal maps have no changes, whatever the order of their keys", () => {
  expect(propertyChanges({ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 })).toEqual([]);
});

test("additions, deletions and updates are told apart, at the deepest place", () => {
  expect(propertyChanges({ a: { b: 1, c: 2 }, l: ["x", "y"] }, { a: { b: 3, d: 4 }, l: ["x"] })).toEqual([
    { path: ["a", "b"], kind: "update" },
    { path: ["a", "c"], kind: "delete" },
    { path: ["a", "d"], kind: "add" },
    { path: ["l", 1], kind: "delete" },
  ]);
});

test("secrets are compared by content", () => {
  expect(propertyChanges({ a: secret("x") }, { a: "x" })).toEqual([]);
  expect(propertyChanges({ a: secret("x") }, { a: secret("y") })).toEqual([{ path: ["a"], kind: "update" }]);
});

test("an unknown differs from what was there; null is the same as absent", () => {
  expect(propertyChanges({ a: "x" }, { a: UNKNOWN })).toEqual([{ path: ["a"], kind: "update" }]);
  expect(propertyChanges({ a: null }, {})).toEqual([]);
});

test("paths are written as the engine writes them", () => {
  expect(formatPath(["ingress", 0, "cidrBlocks", 1])).toBe("ingress[0].cidrBlocks[1]");
  expect(formatPath(["tags", "kubernetes.io/role/elb"])).toBe('tags["kubernetes.io/role/elb"]');
});

test("a path is within a pattern when it is at it or below it", () => {
  expect(isWithin(["subnetIds", 2], ["subnetIds"])).toBe(true);
  expect(isWithin(["launchTemplate", "id"], ["launchTemplate.id"])).toBe(true);
  expect(isWithin(["launchTemplate"], ["launchTemplate.id"])).toBe(false);
  expect(isWithin(["launchTemplate", "version"], ["launchTemplate.id"])).toBe(false);
});
