import { parseArgs } from "node:util";
import { plan } from "../sandbox/commands/plan";
import { reachLoopbackDirectly } from "../sandbox/engine/loopback";
import { chosenStacks, forEachStack } from "../sandbox/engine/project";
import { processTerminal } from "../sandbox/engine/terminal";
import { runCommand, UserError } from "../sandbox/engine/user-error";
import { REPOSITORY, vantageProject } from "../sandbox/vantage-project";
import { writeStackPage } from "./stack-page";

const USAGE = `npm run preview                 plan every stack from nothing, and write build/STACK/plan.json and the page build/STACK/index.html
Options
  --stack NAME    this stack alone`;

async function main(args: readonly string[]): Promise<number> {
  const values = parsed(args);
  const terminal = processTerminal();
  if (values.help) {
    terminal.line(USAGE);
    return 0;
  }
  reachLoopbackDirectly();
  const project = vantageProject();
  return forEachStack(chosenStacks(REPOSITORY, values.stack), async (stack) => {
    const code = await plan(project, stack, terminal);
    if (code === 0) terminal.line(`To be looked at: ${writeStackPage(project, stack)}`);
    return code;
  });
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
