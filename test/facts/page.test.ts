import type { Section } from "../../facts/documents";
import type { Fact } from "../../facts/fact";
import { factsPage } from "../../facts/page";

const section = (number: string, without?: string): Section => ({
  document: "000",
  stack: "prod",
  section: number,
  title: `Section ${number}`,
  lines: [1, 99],
  ...(without === undefined ? {} : { without }),
});

const fact = (more: Partial<Fact>): Fact => ({
  id: "f",
  statement: "Pods a | b.",
  source: { document: "000", section: "1", line: 7 },
  value: 3,
  ...more,
});

const page = (facts: readonly Fact[], sections = [section("1")]) => factsPage(facts, sections, () => "[x](../x)");

describe("the page of facts", () => {
  it("has a row for each fact, with line, value and place", () => {
    expect(page([fact({})])).toContain("| 7 | Pods a \\| b. | `3` | [x](../x) |");
  });

  it("says what another place says instead", () => {
    const contradicts = { document: "002", section: "4", line: 12, says: "five pods" } as const;
    expect(page([fact({ contradicts, decision: "N1" })])).toContain(
      "| 7 | Pods a \\| b. Document 002, section 4, line 12 says otherwise: five pods |",
    );
  });

  it("shows the beginning of a long value", () => {
    expect(page([fact({ value: "v".repeat(200) })])).toContain(`\`${"v".repeat(79)}…\``);
  });

  it("says why a section has none", () => {
    expect(page([], [section("2", "history of a day")])).toContain(
      "## Document 000, section 2: Section 2\n\nhistory of a day\n",
    );
  });
});
