import { parseArgs } from "node:util";
import { plan } from "../sandbox/commands/plan";
import { reachLoopbackDirectly } from "../sandbox/engine/loopback";
import { onlyStack } from "../sandbox/engine/project";
import { processTerminal } from "../sandbox/engine/terminal";
import { runCommand, UserError } from "../sandbox/engine/user-error";
import { REPOSITORY, vantageProject } from "../sandbox/vantage-project";
import { writeStackPage } from "./stack-page";

const USAGE = `npm run preview                 plan a stack from nothing, and write build/STACK/plan.json and the page build/STACK/index.html
Options
  --stack NAME    the stack; may be left out while there is only one`;

async function main(args: readonly string[]): Promise<number> {
  const values = parsed(args);
  const terminal = processTerminal();
  if (values.help) {
    terminal.line(USAGE);
    return 0;
  }
  reachLoopbackDirectly();
  const project = vantageProject();
  const stack = values.stack ?? onlyStack(REPOSITORY);
  const code = await plan(project, stack, terminal);
  if (code !== 0) return code;
  terminal.line(`To be looked at: ${writeStackPage(project, stack)}`);
  return 0;
}

function parsed(args: readonly string[]) {
  const options = { stack: { type: "string" }, help: { type: "boolean", default: false } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (require.main === module) runCommand(main);
