import { diffPathText, fits, keysOf } from "../../../review/diff/diff-path";

describe("a path", () => {
  const path = ["spec", "containers", { member: "name=main" }, "image"];

  it("reads with the members of its lists", () => {
    expect(diffPathText(path)).toBe("spec.containers[name=main].image");
    expect(diffPathText(["data", "redis.conf", "maxmemory-policy"])).toBe('data["redis.conf"].maxmemory-policy');
    expect(diffPathText([{ member: "0" }, "a"])).toBe("[0].a");
  });

  it("has keys without them", () => {
    expect(keysOf(path)).toEqual(["spec", "containers", "image"]);
  });
});

describe("a pattern", () => {
  it.each([
    [["a", "b", "c"], ["a", "b"], "start", true],
    [["a", "b", "c"], ["a", "*", "c"], "start", true],
    [["a"], ["a", "b"], "start", false],
    [["a", "b", "c"], ["b", "c"], "end", true],
    [["a", "b", "c"], ["a", "b"], "end", false],
    [["a", "b"], ["*", "b"], "all", true],
    [["a", "b", "c"], ["a", "b"], "all", false],
  ] as const)("%j and %j at the %s: %s", (keys, pattern, where, expected) => {
    expect(fits(keys, pattern, where)).toBe(expected);
  });
});
