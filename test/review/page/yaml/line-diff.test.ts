import * as fc from "fast-check";
import { type Block, lineDiff, linesOf } from "../../../../review/page/yaml/line-diff";

const shown = (blocks: readonly Block[]) =>
  blocks.map(({ kind, pairs }) => [
    kind,
    ...pairs.map(
      ({ before, after }) =>
        `${before === undefined ? "" : `${before.number} ${before.text}`}|${after === undefined ? "" : `${after.number} ${after.text}`}`,
    ),
  ]);

describe("lines side by side", () => {
  it("pairs what is replaced, and leaves room for what is only on one side", () => {
    expect(shown(lineDiff("a\nb\nc\n", "a\nB\nC\nc\nd\n"))).toEqual([
      ["same", "1 a|1 a"],
      ["changed", "2 b|2 B", "|3 C"],
      ["same", "3 c|4 c"],
      ["changed", "|5 d"],
    ]);
  });

  it("shows what is gone on the left", () => {
    expect(shown(lineDiff("a\nb\n", "b\n"))).toEqual([
      ["changed", "1 a|"],
      ["same", "2 b|1 b"],
    ]);
  });

  it("finds nothing in equal texts, nor in empty ones", () => {
    expect(shown(lineDiff("a\n", "a\n"))).toEqual([["same", "1 a|1 a"]]);
    expect(lineDiff("", "")).toEqual([]);
  });

  it("gives up where nearly everything differs, and shows all of both", () => {
    const many = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word} ${index}`).join("\n");
    const [only, ...more] = lineDiff(many("left"), many("right"));
    expect(more).toEqual([]);
    expect(only?.kind).toBe("changed");
    expect(only?.pairs).toHaveLength(3_000);
  });

  it("loses no line, whatever the texts", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pairs = lineDiff(before, after).flatMap((block) => block.pairs);
        const side = (name: "before" | "after") => pairs.flatMap((pair) => pair[name] ?? []);
        expect(side("before").map((line) => line.text)).toEqual(linesOf(before));
        expect(side("after").map((line) => line.text)).toEqual(linesOf(after));
        expect(side("after").map((line) => line.number)).toEqual(linesOf(after).map((_, index) => index + 1));
      }),
    );
  });
});
