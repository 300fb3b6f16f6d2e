import { coverageOf, placesWithoutFacts } from "../../facts/coverage";
import type { Section } from "../../facts/documents";
import type { Fact } from "../../facts/fact";
import type { Finding } from "../../facts/read-back";
import { factsHold } from "../../facts/report";

const section = (number: string, lines: readonly [number, number], without?: string): Section => ({
  document: "000",
  stack: "prod",
  section: number,
  title: `Section ${number}`,
  lines: [...lines],
  ...(without === undefined ? {} : { without }),
});

const finding = (line: number, outcome: "read back" | "decided" = "read back", more: Partial<Fact> = {}): Finding => ({
  fact: { id: "f", statement: "Something holds.", source: { document: "000", section: "1", line }, ...more } as Fact,
  outcome,
});

const ONE = section("1", [10, 20]);

describe("coverage", () => {
  it("counts what each section's facts came to", () => {
    const failed = { ...finding(12), outcome: "different", message: "m" } as Finding;
    expect(coverageOf([finding(10), finding(11, "decided"), failed], [ONE, section("2", [21, 30])])).toEqual([
      { section: ONE, readBack: 1, decided: 1, failed: 1 },
      { section: section("2", [21, 30]), readBack: 0, decided: 0, failed: 0 },
    ]);
  });

  it.each<[string, readonly Finding[], readonly Section[], readonly string[]]>([
    ["nothing, when every section has a fact in its lines", [finding(10), finding(20)], [ONE], []],
    ["a section without a fact", [], [ONE], ["document 000, section 1 (Section 1) has no fact"]],
    ["nothing, when it is said why", [], [section("1", [10, 20], "history")], []],
    [
      "a section that is said to have none, and has",
      [finding(10)],
      [section("1", [10, 20], "history")],
      ["document 000, section 1 is said to have no fact, and has"],
    ],
    ["a line before the section", [finding(9)], [ONE], ["f: line 9 is not in section 1 of document 000"]],
    ["a line after the section", [finding(21)], [ONE], ["f: line 21 is not in section 1 of document 000"]],
    [
      "the place of a contradiction in a section that isn't there",
      [finding(10, "decided", { contradicts: { document: "001", section: "99", line: 1, says: "x" } })],
      [ONE],
      ["f: line 1 is not in section 99 of document 001"],
    ],
  ])("finds %s", (_what, findings, sections, expected) => {
    expect(placesWithoutFacts(findings, sections)).toEqual(expected);
    expect(factsHold(findings, sections)).toBe(expected.length === 0);
  });

  it("does not hold with a fact that failed", () => {
    expect(factsHold([{ ...finding(10), outcome: "missing", message: "m" } as Finding], [ONE])).toBe(false);
  });
});
