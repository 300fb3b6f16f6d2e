import { readFileSync } from "node:fs";
import type { PlanFile } from "../engine/plan-file";
import type { Project } from "../engine/project";
import type { Terminal } from "../engine/terminal";
import { UserError } from "../engine/user-error";
import { plan, planPath } from "./plan";

/**
 * Plans a stack and reads the plan, for commands that have their own to say about it: the listing is left out, and the policy pack too.
 *
 * @returns undefined when planning fails, after the engine has said why
 */
export async function freshPlan(project: Project, stack: string, terminal: Terminal): Promise<PlanFile | undefined> {
  const { policyPack: _, ...unjudged } = project;
  const said: string[] = [];
  const code = await plan(unjudged, stack, { ...terminal, line: (text = "") => said.push(text) });
  if (code === 0) return readPlan(planPath(project, stack));
  for (const line of said) terminal.line(line);
  return undefined;
}

/**
 * Reads a plan file.
 *
 * @throws {UserError} when there is none that can be read
 */
export function readPlan(path: string): PlanFile {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as PlanFile;
  } catch (error) {
    throw new UserError(`${path} is no plan that can be read (${(error as Error).message}): run npm run preview.`);
  }
}
