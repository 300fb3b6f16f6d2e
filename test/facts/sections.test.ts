import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CHARTS } from "../../charts/charts";
import { referenceOf, referenceText } from "../../charts/kube-object";
import { documentedSections } from "../../facts/documents";
import { matchesPlace } from "../../facts/read-back";
import { committedFacts } from "../../facts/sources";
import { manifestsIn } from "../../policies/manifests";
import { citationsIn, withoutSection } from "./citations";

const ROOT = resolve(__dirname, "../..");
/** The documents themselves are not part of the repository. */
const DOCUMENTS = resolve(ROOT, "../shared/documents");
const SECTIONS = documentedSections();
const FACTS = committedFacts();

const known = new Set(SECTIONS.map(({ document, section }) => `${document} ${section}`));
const withFact = new Set(FACTS.map(({ source }) => `${source.document} ${source.section}`));

/** Every source file of some folders, by its path from the root. */
function sourcesIn(...folders: readonly string[]): readonly (readonly [path: string, text: string])[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => [join(folder, path), readFileSync(join(ROOT, folder, path), "utf8")] as const),
  );
}

/** The sections of a document as its headings have them; a number that comes again has a `b`. A guide has bold headings without numbers, and counts from 1. */
function sectionsOf(text: string) {
  const lines = text.split("\n");
  const numbered = lines.flatMap((line, index) => {
    const [, section, title] = /^--- SECTION (\d+): (.+) ---$/.exec(line) ?? [];
    return section === undefined ? [] : [{ section, title, first: index + 1 }];
  });
  const bold = lines.flatMap((line, index) => {
    const title = /^## .*\*\*(.+)\*\*$/.exec(line)?.[1];
    return title === undefined ? [] : [{ title, first: index + 1 }];
  });
  const headings =
    numbered.length > 0 ? numbered : bold.map((heading, index) => ({ section: `${index + 1}`, ...heading }));
  return headings.map(({ section, title, first }, index) => ({
    section: headings.slice(0, index).some((before) => before.section === section) ? `${section}b` : section,
    title,
    lines: [first, (headings[index + 1]?.first ?? lines.length + 1) - 1],
  }));
}

// A copy of the repository alone has nothing to compare with, in CI neither.
const compared = existsSync(DOCUMENTS) ? describe : describe.skip;
if (!existsSync(DOCUMENTS)) process.stderr.write(`Skipped: docs/documents.yaml agrees (no ${DOCUMENTS})\n`);

compared("docs/documents.yaml agrees", () => {
  it.each([...new Set(SECTIONS.map(({ document }) => document))])("with document %s", (document) => {
    const file = readdirSync(DOCUMENTS).find((name) => name.startsWith(`${document}_`)) ?? "";
    const own = SECTIONS.filter((section) => section.document === document);
    expect(own.map(({ section, title, lines }) => ({ section, title, lines }))).toEqual(
      sectionsOf(readFileSync(join(DOCUMENTS, file), "utf8")),
    );
  });
});

describe("a document's section that the code cites", () => {
  const sources = sourcesIn("infra", "charts", "config", "health");

  it("is one that the document has", () => {
    const citations = sources.flatMap(([path, text]) => citationsIn(text).map((citation) => ({ path, ...citation })));
    expect(citations.length).toBeGreaterThan(200);
    expect(citations.filter(({ document, section }) => !known.has(`${document} ${section}`))).toEqual([]);
  });

  it("is named whenever a document is", () => {
    expect(sources.flatMap(([path, text]) => withoutSection(text).map((found) => `${path}: ${found}`))).toEqual([]);
  });
});

/** The doc comments of what is declared by some code; `name` stands for its name. */
function commentsOf(folder: string, declaration: RegExp): readonly (readonly [name: string, comment: string])[] {
  const documented = new RegExp(String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s*${declaration.source}`, "g");
  return sourcesIn(folder).flatMap(([, text]) =>
    [...text.matchAll(documented)].map(([, comment = "", name = ""]) => [name, comment] as const),
  );
}

describe("what implements the documents", () => {
  const COMPONENT = /export class (\w+) extends pulumi\.ComponentResource/;
  const components = commentsOf("infra", COMPONENT);
  const charts = commentsOf("charts", /export const (\w+)(?:: SystemChart =| = systemChart\()/);

  it("is every component and every chart", () => {
    const declared = sourcesIn("infra").filter(([, text]) => /\bextends (?:pulumi\.)?ComponentResource\b/.test(text));
    expect(components).toHaveLength(declared.length);
    expect(charts).toHaveLength(CHARTS.length);
  });

  it.each([...components, ...charts])("%s says what it comes from, by sections that have facts", (_name, comment) => {
    expect(comment).toMatch(/\bSource: \S/);
    const empty = citationsIn(comment).filter(({ document, section }) => !withFact.has(`${document} ${section}`));
    expect(empty).toEqual([]);
  });
});

describe("the table of facts", () => {
  it.each([...new Set(SECTIONS.map(({ stack }) => stack))])("names every object that is printed for %s", (stack) => {
    const printed = manifestsIn(join(ROOT, "manifests", stack, "as-documented")).map((object) =>
      referenceText(referenceOf(object)),
    );
    const places = FACTS.flatMap(({ printed, manifest }) => [printed, manifest])
      .filter((target) => target !== undefined)
      .map((target) => target.split(" > ")[0] ?? "");
    expect(printed).not.toEqual([]);
    expect(printed.filter((name) => !places.some((place) => matchesPlace(name, place)))).toEqual([]);
  });

  it("has the documents' order", () => {
    const order = FACTS.map(({ source }) => {
      const at = SECTIONS.findIndex(
        ({ document, section }) => document === source.document && section === source.section,
      );
      return at * 10_000 + source.line;
    });
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
