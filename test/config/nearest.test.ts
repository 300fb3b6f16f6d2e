import * as fc from "fast-check";
import { editDistance, nearest } from "../../config/nearest";

const words = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["cidr", "cidr", 0],
    ["cdir", "cidr", 1],
    ["cid", "cidr", 1],
    ["cidrs", "cidr", 1],
    ["cadr", "cidr", 1],
    ["zones", "subnets", 4],
  ])("%j to %j: %d", (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  it("is the same both ways, 0 for equal words only, and at most the longer word", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe("nearest", () => {
  const keys = ["instanceTypes", "nodes", "subnets", "maxPods"];

  it.each([
    ["maxPod", "maxPods"],
    ["maxpods", "maxPods"],
    ["instancetype", "instanceTypes"],
    ["ndoes", "nodes"],
    ["limits", undefined],
    ["x", undefined],
  ])("%s: %s", (word, meant) => {
    expect(nearest(word, keys)).toBe(meant);
  });

  it("takes the first of equally close ones, and nothing from nothing", () => {
    expect(nearest("abd", ["abc", "abe"])).toBe("abc");
    expect(nearest("abd", [])).toBeUndefined();
  });
});
