import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { documentedSections } from "../facts/documents";
import { committedFacts } from "../facts/sources";
import { today } from "../policies/today";
import { readPlan } from "../sandbox/commands/fresh-plan";
import { planPath } from "../sandbox/commands/plan";
import type { Project } from "../sandbox/engine/project";
import { pageOfStack } from "./page/pages";
import { assess } from "./review";
import { sideOfPlan } from "./side";

/** Where the page of a stack is written, beside its plan. */
export function stackPagePath(project: Pick<Project, "root">, stack: string): string {
  return join(dirname(planPath(project, stack)), "index.html");
}

/** Writes the page of a stack from the plan that lies there. @returns its path */
export function writeStackPage(project: Project, stack: string): string {
  const { resources } = readPlan(planPath(project, stack), stack);
  const side = sideOfPlan(project, stack, resources);
  const terms = { documented: { facts: committedFacts(), sections: documentedSections() }, today: today() };
  const path = stackPagePath(project, stack);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, pageOfStack(stack, side, assess(side, terms)));
  return path;
}
