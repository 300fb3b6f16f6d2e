import type { Section } from "./documents";
import type { Fact } from "./fact";

/** The table as a page: `docs/facts.md`. Where a fact is implemented links to the rendered manifests or to the code that makes the resource. */
export function factsPage(
  facts: readonly Fact[],
  sections: readonly Section[],
  placeOf: (fact: Fact) => string,
): string {
  const parts = sections.map((section) => {
    const { document, section: number, title, without } = section;
    const own = facts.filter(({ source }) => source.document === document && source.section === number);
    const head = `## Document ${document}, section ${number}: ${title}`;
    if (own.length === 0) return `${head}\n\n${without ?? "No facts."}\n`;
    const rows = own.map(
      (fact) => `| ${fact.source.line} | ${cell(statementOf(fact))} | ${shownValue(fact)} | ${placeOf(fact)} |`,
    );
    return [head, "", "| line | fact | value | where |", "|---|---|---|---|", ...rows, ""].join("\n");
  });
  return `# Documented facts

Made from docs/facts.yaml by \`npm run facts -- --write-docs\`; a test compares. Each row is read back from the plan or the manifests by \`npm run facts\`. Rows with a decision say
something that the stack doesn't do, or that two documents disagree on: [decisions.md](decisions.md) has the reason.

${parts.join("\n")}`;
}

/** What is stated and, where another place says something else, what and where. */
function statementOf({ statement, contradicts }: Fact): string {
  if (contradicts === undefined) return statement;
  const { document, section, line, says } = contradicts;
  return `${statement} Document ${document}, section ${section}, line ${line} says otherwise: ${says}`;
}

function shownValue({ value }: Fact): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `\`${cell(text.length > 80 ? `${text.slice(0, 79)}…` : text)}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("`", "'");
}
