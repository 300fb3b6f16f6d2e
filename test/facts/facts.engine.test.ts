import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadStackFile } from "../../config/load";
import { placesWithoutFacts } from "../../facts/coverage";
import { documentedSections } from "../../facts/documents";
import { factsPage } from "../../facts/page";
import { placesIn } from "../../facts/place";
import { readBack, type Sources } from "../../facts/read-back";
import { committedFacts, sourcesOf } from "../../facts/sources";
import type { PlannedResource } from "../../policies/resource";
import { plan, planPath } from "../../sandbox/commands/plan";
import { REPOSITORY } from "../../sandbox/vantage-project";
import { recordingTerminal } from "../sandbox/engine/recording-terminal";
import { PROD, type ProdCopy, prodCopy } from "../sandbox/prod/prod-copy";

const SECTIONS = documentedSections().filter(({ stack }) => stack === PROD);
const FACTS = committedFacts().filter(({ source }) => SECTIONS.some(({ document }) => document === source.document));

let prod: ProdCopy;
let resources: readonly PlannedResource[];
let sources: Sources;
beforeAll(async () => {
  prod = prodCopy();
  const { policyPack: _, ...project } = prod;
  expect(await plan(project, PROD, recordingTerminal())).toBe(0);
  resources = JSON.parse(readFileSync(planPath(project, PROD), "utf8")).resources;
  sources = sourcesOf(loadStackFile(join(REPOSITORY, `Pulumi.${PROD}.yaml`)), resources);
});
afterAll(() => prod.remove());

describe("facts read back from prod", () => {
  test.each(FACTS.map((fact) => [fact.id, fact] as const))("%s", (_id, fact) => {
    const decided = fact.decision !== undefined || fact.deviation !== undefined;
    expect(readBack(fact, sources)).toEqual({ fact, outcome: decided ? "decided" : "read back" });
  });
});

test("every section of the documents has a fact, or says why not", () => {
  expect(
    placesWithoutFacts(
      FACTS.map((fact) => readBack(fact, sources)),
      SECTIONS,
    ),
  ).toEqual([]);
});

test("docs/facts.md is the table as a page", () => {
  const page = factsPage(committedFacts(), documentedSections(), placesIn(REPOSITORY, PROD, resources));
  expect(readFileSync(join(REPOSITORY, "docs/facts.md"), "utf8")).toBe(page);
});
