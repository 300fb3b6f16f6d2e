import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type EnginePlan, planOf } from "../engine/engine-plan";
import { runEngine, showDiagnostics } from "../engine/engine-run";
import { writePlanFile } from "../engine/plan-file";
import { planListing } from "../engine/plan-listing";
import type { Project } from "../engine/project";
import { withStack } from "../engine/sandbox-stack";
import type { Terminal } from "../engine/terminal";

/** Where the plan of a stack is written. */
export function planPath(project: Pick<Project, "root">, stack: string): string {
  return join(project.root, "build", stack, "plan.json");
}

/**
 * Plans a stack as if nothing of it existed: the real engine, a cloud without objects, a state without resources, all of which is removed afterwards. Prints the plan by
 * component and writes the plan file; a plan that fails writes nothing.
 * @returns the exit code
 */
export async function plan(project: Project, stack: string, terminal: Terminal): Promise<number> {
  const { policyPack } = project;
  const started = Date.now();
  const scratch = join(project.root, ".sandbox");
  mkdirSync(scratch, { recursive: true });
  const path = mkdtempSync(join(scratch, "plan-"));
  try {
    return await withStack(project, stack, path, terminal, async ({ stack: engine }) => {
      const enginePlan = join(path, "plan.json");
      const run = await runEngine(`Planning ${stack}`, terminal, (hooks) =>
        engine.preview({
          ...hooks,
          plan: enginePlan,
          ...(policyPack === undefined ? {} : { policyPacks: [policyPack] }),
        }),
      );
      if (run.succeeded) {
        const result = planOf(stack, JSON.parse(readFileSync(enginePlan, "utf8")) as EnginePlan);
        for (const line of planListing(result, terminal.palette)) terminal.line(line);
        writePlanFile(planPath(project, stack), result);
      }
      showDiagnostics(run, terminal);
      if (!run.succeeded) {
        terminal.line(`The plan of ${stack} failed; ${planPath(project, stack)} is left as it was.`);
        return 1;
      }
      terminal.line(`Written to ${planPath(project, stack)} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      return 0;
    });
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}
