import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { documentedSections } from "../../facts/documents";
import { citationsIn } from "./citations";

const ROOT = resolve(__dirname, "../..");
const text = readFileSync(join(ROOT, "docs/decisions.md"), "utf8");

/** The parts of the page, each with its decisions: a bold beginning with an id, and what follows it. */
const parts = text
  .split(/^## /m)
  .slice(1)
  .map((part) => {
    const [title = "", ...paragraphs] = part.split(/\n\n+/);
    const decisions = paragraphs
      .join("\n\n")
      .split(/^(?=\*\*[A-Z]\d)/m)
      .filter((one) => one.trim() !== "");
    return { title: title.trim(), decisions };
  });
const decisions = parts.flatMap((part) => part.decisions);
const idOf = (decision: string) => /^\*\*([A-Z]\d+)\. \S/.exec(decision)?.[1] ?? "";
const ids = new Set(decisions.map(idOf));

describe("docs/decisions.md", () => {
  it.each(decisions.map((decision) => [idOf(decision) || decision.slice(0, 40), decision]))(
    "%s has a title, a reason and a source",
    (_id, decision) => {
      const [, title = "", reason = ""] = /^\*\*[A-Z]\d+\. (.+?)\*\*(?=[\s,;:])([\s\S]+)$/.exec(decision) ?? [];
      expect(title.length).toBeGreaterThan(4);
      expect(reason.trim().length).toBeGreaterThan(30);
      expect(decision).toMatch(/\b00[0-4]\b|\bSource: \S/);
    },
  );

  it("has one letter for each part, and the numbers of a letter in their order", () => {
    const letters = parts.map((part) => [...new Set(part.decisions.map((decision) => idOf(decision)[0]))].join(""));
    expect(letters.filter((letter) => letter.length !== 1)).toEqual([]);
    expect(new Set(letters).size).toBe(letters.length);
    for (const part of parts) {
      const numbers = part.decisions.map((decision) => Number(idOf(decision).slice(1)));
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }
  });

  it("names sections that the documents have", () => {
    const known = new Set(documentedSections().map(({ document, section }) => `${document} ${section}`));
    const citations = citationsIn(text);
    expect(citations.length).toBeGreaterThan(100);
    expect(citations.filter(({ document, section }) => !known.has(`${document} ${section}`))).toEqual([]);
  });

  it("has every decision that the code names", () => {
    const files = ["infra", "charts", "config", "policies"].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => /\.(ts|yaml|md)$/.test(path))
        .map((path) => join(folder, path)),
    );
    const named = files.flatMap((path) =>
      [...readFileSync(join(ROOT, path), "utf8").matchAll(/\b(?:decisions\.md, |[Dd]ecision )([A-Z]?\d+)\b/g)].map(
        ([, id = ""]) => ({ path, id }),
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ id }) => !ids.has(id))).toEqual([]);
  });
});
