import { code, folded, linesWithin, plain } from "../../../review/report/markdown-text";

describe("text in Markdown", () => {
  it.each([
    ["a | b", "a \\| b"],
    ["*bold* and `code`", "\\*bold\\* and \\`code\\`"],
    ["<img src=x>", "&lt;img src=x&gt;"],
    ["two\n  lines", "two lines"],
    ["@team said #12", "@&#8203;team said \\#12"],
  ])("%j is shown as it is", (text, shown) => expect(plain(text)).toBe(shown));

  it.each([
    ["a<b>|c", "<code>a&lt;b&gt;&#124;c</code>"],
    ["`x` *y* _z_", "<code>&#96;x&#96; &#42;y&#42; &#95;z&#95;</code>"],
    ["@org/team", "<code>&#64;org/team</code>"],
  ])("%j is code", (text, shown) => expect(code(text)).toBe(shown));

  it("folds", () => {
    expect(folded("more", "text")).toBe("<details>\n<summary>more</summary>\n\ntext\n\n</details>\n");
  });
});

describe("lines within a number of characters", () => {
  const more = (count: number) => `and ${count} more`;
  it("are all there when they fit", () => expect(linesWithin(["ab", "cd"], 5, more)).toBe("ab\ncd"));
  it("are whole, and the rest is counted", () => {
    const lines = Array.from({ length: 10 }, (_, index) => `line ${index}`);
    const text = linesWithin(lines, 40, more);
    expect(text).toBe("line 0\nline 1\nline 2\nline 3\nand 6 more");
    expect(text.length).toBeLessThanOrEqual(40);
  });
  it("may be none at all", () => expect(linesWithin(["x".repeat(50)], 20, more)).toBe("and 1 more"));
});
