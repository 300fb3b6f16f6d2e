import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadStackFile } from "../../config/load";
import { placesWithoutFacts } from "../../facts/coverage";
import { documentedSections } from "../../facts/documents";
import type { Fact } from "../../facts/fact";
import { factsPage } from "../../facts/page";
import { type PlaceOf, placesIn } from "../../facts/place";
import { type Finding, readBack, type Sources } from "../../facts/read-back";
import { committedFacts, sourcesOf } from "../../facts/sources";
import type { PlannedResource } from "../../policies/resource";
import { plan, planPath } from "../../sandbox/commands/plan";
import { REPOSITORY } from "../../sandbox/vantage-project";
import { recordingTerminal } from "../sandbox/engine/recording-terminal";
import { prodCopy } from "../sandbox/prod/prod-copy";

const SECTIONS = documentedSections();
const FACTS = committedFacts();
const STACK_OF = new Map(SECTIONS.map(({ document, stack }) => [document, stack]));
const STACKS = [...new Set(STACK_OF.values())];

const stackOf = ({ source }: Fact) => STACK_OF.get(source.document) ?? "";

/** What the facts of each stack are read back from, and where they are implemented. */
const planned = new Map<string, { readonly sources: Sources; readonly placeOf: PlaceOf }>();

beforeAll(async () => {
  for (const stack of STACKS) {
    const copy = prodCopy(stack);
    try {
      const { policyPack: _, ...project } = copy;
      expect(await plan(project, stack, recordingTerminal())).toBe(0);
      const resources: readonly PlannedResource[] = JSON.parse(
        readFileSync(planPath(project, stack), "utf8"),
      ).resources;
      planned.set(stack, {
        sources: sourcesOf(loadStackFile(join(REPOSITORY, `Pulumi.${stack}.yaml`)), resources),
        placeOf: placesIn(REPOSITORY, stack, resources),
      });
    } finally {
      copy.remove();
    }
  }
});

function findingOf(fact: Fact): Finding {
  const of = planned.get(stackOf(fact));
  if (of === undefined) throw new Error(`${fact.id}: no stack was planned for document ${fact.source.document}`);
  return readBack(fact, of.sources);
}

describe.each(STACKS)("facts read back from %s", (stack) => {
  const facts = FACTS.filter((fact) => stackOf(fact) === stack);

  test.each(facts.map((fact) => [fact.id, fact] as const))("%s", (_id, fact) => {
    const decided = fact.decision !== undefined || fact.deviation !== undefined;
    expect(findingOf(fact)).toEqual({ fact, outcome: decided ? "decided" : "read back" });
  });
});

test("every section of the documents has a fact, or says why not", () => {
  expect(placesWithoutFacts(FACTS.map(findingOf), SECTIONS)).toEqual([]);
});

test("docs/facts.md is the table as a page", () => {
  const page = factsPage(FACTS, SECTIONS, (fact) => planned.get(stackOf(fact))?.placeOf(fact) ?? "");
  expect(readFileSync(join(REPOSITORY, "docs/facts.md"), "utf8")).toBe(page);
});
