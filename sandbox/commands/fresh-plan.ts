import { readFileSync } from "node:fs";
import { z } from "zod";
import { PLAN_VERSION, type PlanFile } from "../engine/plan-file";
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
  if (code === 0) return readPlan(planPath(project, stack), stack);
  for (const line of said) terminal.line(line);
  return undefined;
}

/**
 * Reads a plan file.
 *
 * @param stack whose plan it has to be
 * @throws {UserError} when there is none that can be read, or it is another stack's
 */
export function readPlan(path: string, stack: string): PlanFile {
  const plan = parsed(path);
  if (plan.stack === stack) return plan;
  throw new UserError(`${path} is the plan of stack "${plan.stack}", not of "${stack}": name the stack with --stack.`);
}

function parsed(path: string): PlanFile {
  try {
    return planSchema.parse(JSON.parse(readFileSync(path, "utf8"))) as PlanFile;
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new UserError(`${path} is no plan that can be read: run npm run preview.\n${reason}`);
  }
}

const planSchema = z.object({
  version: z.literal(PLAN_VERSION),
  stack: z.string(),
  resources: z
    .array(
      z.object({
        urn: z.string(),
        type: z.string(),
        name: z.string(),
        parent: z.string().nullable(),
        provider: z.string().nullable(),
        inputs: z.record(z.string(), z.unknown()),
        dependencies: z.array(z.string()),
        protect: z.boolean(),
        custom: z.boolean(),
      }),
    )
    .min(1),
});
