import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadStackFile } from "../config/load";
import { freshPlan } from "../sandbox/commands/fresh-plan";
import { FLAG, optionsOf, runCommand } from "../sandbox/engine/command";
import { reachLoopbackDirectly } from "../sandbox/engine/loopback";
import { processTerminal, type Terminal } from "../sandbox/engine/terminal";
import { vantageProject } from "../sandbox/vantage-project";
import { documentedSections } from "./documents";
import { factsPage } from "./page";
import { type PlaceOf, placesIn } from "./place";
import { type Finding, readBack } from "./read-back";
import { factLines, factsHold } from "./report";
import { committedFacts, sourcesOf } from "./sources";

const REPOSITORY = resolve(__dirname, "..");

const USAGE = `npm run facts                   read every documented fact back from the plans and the manifests of the stacks
Options
  --write-docs    write docs/facts.md, the readable table`;

async function main(args: readonly string[]): Promise<number> {
  const values = optionsOf(args, USAGE, { "write-docs": FLAG, help: FLAG });
  const terminal = processTerminal();
  if (values.help) {
    terminal.line(USAGE);
    return 0;
  }
  const sections = documentedSections();
  const facts = committedFacts();
  const findings: Finding[] = [];
  const places = new Map<string, PlaceOf>();
  for (const stack of new Set(sections.map((section) => section.stack))) {
    const plan = await planned(stack, terminal);
    if (plan === undefined) return 1;
    const sources = sourcesOf(loadStackFile(join(REPOSITORY, `Pulumi.${stack}.yaml`)), plan.resources);
    const documents = new Set(sections.filter((section) => section.stack === stack).map(({ document }) => document));
    for (const document of documents) places.set(document, placesIn(REPOSITORY, stack, plan.resources));
    findings.push(
      ...facts.filter(({ source }) => documents.has(source.document)).map((fact) => readBack(fact, sources)),
    );
  }
  if (values["write-docs"]) {
    const page = factsPage(facts, sections, (fact) => places.get(fact.source.document)?.(fact) ?? "");
    writeFileSync(join(REPOSITORY, "docs/facts.md"), page);
  }
  for (const line of factLines(findings, sections, terminal.palette)) terminal.line(line);
  return factsHold(findings, sections) ? 0 : 1;
}

async function planned(stack: string, terminal: Terminal) {
  reachLoopbackDirectly();
  return freshPlan(vantageProject(), stack, terminal);
}

if (require.main === module) runCommand(main);
