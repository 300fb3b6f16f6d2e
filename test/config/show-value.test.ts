import { showKind, showValue } from "../../config/show-value";

describe("showValue", () => {
  it.each([
    ["10.42.0.0/16", "10.42.0.0/16"],
    [5, "5"],
    [false, "false"],
    [undefined, "nothing"],
    [null, "nothing (the key has no value)"],
    ["", "an empty text"],
    ["x".repeat(80), "x".repeat(80)],
    ["x".repeat(81), "a text of 81 characters"],
    [[], "an empty list"],
    [["a", "b"], "a list of 2"],
    [{}, "an empty mapping"],
    [{ a: 1 }, "a mapping of 1 key"],
    [{ a: 1, b: 2 }, "a mapping of 2 keys"],
    [{ secure: "AAAB" }, "an encrypted value"],
  ])("%j: %s", (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });

  it.each([
    [1.29, "1.29 (a number)"],
    [true, "true (true or false)"],
    ["1.29", "1.29 (a text)"],
    ["", "an empty text"],
    [["a"], "a list of 1"],
  ])("says the kind where it matters: %j", (value, shown) => {
    expect(showKind(value)).toBe(shown);
  });
});
