import type { Section } from "./documents";
import type { Finding } from "./read-back";

/** What the facts of one section came to. */
export interface SectionCoverage {
  readonly section: Section;
  readonly readBack: number;
  readonly decided: number;
  /** Missing or different. */
  readonly failed: number;
}

/** The facts by section, in the documents' order. */
export function coverageOf(findings: readonly Finding[], sections: readonly Section[]): readonly SectionCoverage[] {
  return sections.map((section) => {
    const own = findings.filter(
      ({ fact: { source } }) => source.document === section.document && source.section === section.section,
    );
    const count = (...outcomes: readonly Finding["outcome"][]) =>
      own.filter(({ outcome }) => outcomes.includes(outcome)).length;
    return { section, readBack: count("read back"), decided: count("decided"), failed: count("missing", "different") };
  });
}

/** Everything wrong with where facts are said to stand: sections without one, and lines outside of their section. */
export function placesWithoutFacts(findings: readonly Finding[], sections: readonly Section[]): readonly string[] {
  const empty = coverageOf(findings, sections)
    .filter(
      ({ section, readBack, decided, failed }) => readBack + decided + failed === 0 && section.without === undefined,
    )
    .map(({ section }) => `document ${section.document}, section ${section.section} (${section.title}) has no fact`);
  const needless = coverageOf(findings, sections)
    .filter(({ section, readBack, decided }) => readBack + decided > 0 && section.without !== undefined)
    .map(({ section }) => `document ${section.document}, section ${section.section} is said to have no fact, and has`);
  const astray = findings.flatMap(({ fact }) => {
    const places = [fact.source, ...(fact.contradicts === undefined ? [] : [fact.contradicts])];
    return places
      .filter(({ document, section, line }) => {
        const found = sections.find((one) => one.document === document && one.section === section);
        return found === undefined || line < found.lines[0] || line > found.lines[1];
      })
      .map(
        ({ document, section, line }) =>
          `${fact.id}: line ${line} is not in section ${section} of document ${document}`,
      );
  });
  return [...empty, ...needless, ...astray];
}
