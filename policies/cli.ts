import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadStackFile } from "../config/load";
import { freshPlan, readPlan } from "../sandbox/commands/fresh-plan";
import { FLAG, optionsOf, runCommand, TEXT } from "../sandbox/engine/command";
import { reachLoopbackDirectly } from "../sandbox/engine/loopback";
import { chosenStacks, forEachStack } from "../sandbox/engine/project";
import { processTerminal, type Terminal } from "../sandbox/engine/terminal";
import { UserError } from "../sandbox/engine/user-error";
import { vantageProject } from "../sandbox/vantage-project";
import { catalogueLines, cataloguePage } from "./catalogue";
import { estateOfPlan } from "./estate-of-plan";
import { evaluate, holds } from "./evaluate";
import { committedExemptions } from "./exemption-file";
import { RULES } from "./index";
import { manifestsIn } from "./manifests";
import { reportLines } from "./report";
import { staleManifests } from "./stale-manifests";
import { today } from "./today";

const REPOSITORY = resolve(__dirname, "..");

const USAGE = `npm run policy                  judge the plan of every stack, made anew, and manifests/STACK
Options
  --stack NAME    this stack alone
  --plan FILE     judge this plan instead of making one; takes --stack
  --list          print the rules
  --write-docs    write docs/policies.md, the catalogue of the rules`;

async function main(args: readonly string[]): Promise<number> {
  const values = optionsOf(args, USAGE, { stack: TEXT, plan: TEXT, list: FLAG, "write-docs": FLAG, help: FLAG });
  const terminal = processTerminal();
  if (values.help) terminal.line(USAGE);
  else if (values.list) for (const line of catalogueLines(RULES)) terminal.line(line);
  else if (values["write-docs"]) writeFileSync(join(REPOSITORY, "docs/policies.md"), cataloguePage(RULES));
  else return judgeAll(values.stack, values.plan, terminal);
  return 0;
}

async function judgeAll(named: string | undefined, planFile: string | undefined, terminal: Terminal): Promise<number> {
  const stacks = chosenStacks(REPOSITORY, named);
  if (planFile !== undefined && stacks.length > 1) {
    throw new UserError(`Name the stack of ${planFile} with --stack NAME. There are: ${stacks.join(", ")}.`);
  }
  return forEachStack(stacks, (stack) => judge(stack, planFile, terminal));
}

async function judge(stack: string, planFile: string | undefined, terminal: Terminal): Promise<number> {
  const platform = loadStackFile(join(REPOSITORY, `Pulumi.${stack}.yaml`));
  const manifests = manifestsIn(join(REPOSITORY, "manifests", stack));
  const exemptions = committedExemptions(RULES.map(({ id }) => id));
  reachLoopbackDirectly();
  const plan = planFile === undefined ? await freshPlan(vantageProject(), stack, terminal) : readPlan(planFile, stack);
  if (plan === undefined) return 1;
  const estate = estateOfPlan(platform, plan.resources, manifests, today());
  const evaluation = evaluate(estate, { rules: RULES, exemptions });
  for (const line of reportLines(evaluation, RULES, terminal.palette)) terminal.line(line);
  const stale = staleManifests(manifests, plan.resources);
  if (stale.length > 0) {
    terminal.line(terminal.palette.red(`manifests/${stack} is not what the plan deploys: run npm run synth.`));
    for (const name of stale) terminal.line(`  ${name}`);
  }
  return holds(evaluation) && stale.length === 0 ? 0 : 1;
}

if (require.main === module) runCommand(main);
