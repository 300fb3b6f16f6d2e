import type { Palette } from "../sandbox/engine/palette";
import { coverageOf, placesWithoutFacts } from "./coverage";
import type { Section } from "./documents";
import type { Finding } from "./read-back";

/** Whether every fact holds and every section has one. */
export function factsHold(findings: readonly Finding[], sections: readonly Section[]): boolean {
  const failed = findings.some(({ outcome }) => outcome === "missing" || outcome === "different");
  return !failed && placesWithoutFacts(findings, sections).length === 0;
}

/** The facts for a terminal: a line for each section, then whatever doesn't hold, then the counts. */
export function factLines(
  findings: readonly Finding[],
  sections: readonly Section[],
  palette: Palette,
): readonly string[] {
  const coverage = coverageOf(findings, sections);
  const bySection = coverage.map(({ section, readBack, decided, failed }) => {
    const name = `${section.document} ${section.section.padStart(3)}  ${section.title}`;
    const counts = [
      `${readBack} read back`,
      ...(decided === 0 ? [] : [`${decided} decided`]),
      ...(failed === 0 ? [] : [palette.red(`${failed} failed`)]),
    ];
    return `${name.padEnd(72)}  ${section.without === undefined ? counts.join(", ") : palette.dim(section.without)}`;
  });
  const failures = findings.flatMap((finding) =>
    finding.outcome === "missing" || finding.outcome === "different"
      ? [
          `${palette.red(finding.outcome)} ${palette.bold(finding.fact.id)}: ${finding.fact.statement}`,
          `  ${finding.message}`,
          `  document ${finding.fact.source.document}, section ${finding.fact.source.section}, line ${finding.fact.source.line}`,
        ]
      : [],
  );
  const astray = placesWithoutFacts(findings, sections).map((message) => `${palette.red("uncovered")} ${message}`);
  const count = (outcome: Finding["outcome"]) => findings.filter((finding) => finding.outcome === outcome).length;
  const without = coverage.filter(
    ({ section, readBack, decided, failed }) => section.without === undefined && readBack + decided + failed === 0,
  );
  return [
    ...bySection,
    "",
    ...failures,
    ...astray,
    `${findings.length} facts: ${count("read back")} read back, ${count("decided")} decided, ${
      count("missing") + count("different")
    } failed; sections without facts: ${without.length === 0 ? "none" : without.length}`,
  ];
}
