import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { loadStackFile } from "../config/load";
import { RULES } from "../policies/index";
import { freshPlan, readPlan } from "../sandbox/commands/fresh-plan";
import { FLAG, optionsOf, runCommand, TEXT } from "../sandbox/engine/command";
import { reachLoopbackDirectly } from "../sandbox/engine/loopback";
import { onlyStack } from "../sandbox/engine/project";
import { processTerminal, type Terminal } from "../sandbox/engine/terminal";
import { UserError } from "../sandbox/engine/user-error";
import { REPOSITORY, vantageProject } from "../sandbox/vantage-project";
import { isShown } from "./assess";
import { committedControls } from "./committed-controls";
import { componentDefinition, definitionText } from "./oscal/component-definition";
import { oscalSchema } from "./oscal/schema-package";
import { validate } from "./oscal/validate";
import { provenanceOf } from "./provenance";
import { controlLines } from "./report";
import { stackAssessments } from "./stack-assessments";

const USAGE = `npm run compliance              show what each claimed control of a stack rests on, and write it as an OSCAL component definition
Options
  --stack NAME    the stack; may be left out while there is only one
  --plan FILE     look at this plan instead of making one
  --out FILE      where to write; by default build/STACK/oscal-component-definition.json
  --date TIME     what the document gives as the time of its last change; by default the commit's`;

interface Options {
  readonly plan?: string;
  readonly out?: string;
  readonly date?: string;
}

async function main(args: readonly string[]): Promise<number> {
  const { help, stack, ...options } = optionsOf(args, USAGE, {
    stack: TEXT,
    plan: TEXT,
    out: TEXT,
    date: TEXT,
    help: FLAG,
  });
  const terminal = processTerminal();
  if (!help) return show(stack ?? onlyStack(REPOSITORY), options, terminal);
  terminal.line(USAGE);
  return 0;
}

async function show(stack: string, options: Options, terminal: Terminal): Promise<number> {
  const platform = loadStackFile(join(REPOSITORY, `Pulumi.${stack}.yaml`));
  const controls = committedControls();
  if (!controls.some(({ evidence }) => evidence.some((one) => one.stack === stack))) {
    throw new UserError(
      `docs/controls.yaml claims no control for stack ${stack}: add its evidence to the rows it meets.`,
    );
  }
  const provenance = provenanceOf(REPOSITORY, options.date);
  reachLoopbackDirectly();
  const project = vantageProject();
  const plan = options.plan === undefined ? await freshPlan(project, stack, terminal) : readPlan(options.plan, stack);
  if (plan === undefined) return 1;
  const assessments = stackAssessments(controls, platform, plan.resources);
  for (const line of controlLines(stack, assessments, terminal.palette)) terminal.line(line);
  if (!assessments.every(isShown)) {
    terminal.line("Nothing is written: bring the evidence back, or take the claim out of docs/controls.yaml.");
    return 1;
  }
  const definition = componentDefinition({ stack, assessments, rules: RULES, provenance });
  validate(definition, JSON.parse(readFileSync(await oscalSchema(terminal), "utf8")));
  const out = resolve(options.out ?? join(REPOSITORY, "build", stack, "oscal-component-definition.json"));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, definitionText(definition));
  terminal.line(`Written to ${out}`);
  return 0;
}

if (require.main === module) runCommand(main);
