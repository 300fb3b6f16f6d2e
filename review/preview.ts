import { plan } from "../sandbox/commands/plan";
import { FLAG, optionsOf, runCommand, TEXT } from "../sandbox/engine/command";
import { reachLoopbackDirectly } from "../sandbox/engine/loopback";
import { chosenStacks, forEachStack } from "../sandbox/engine/project";
import { processTerminal } from "../sandbox/engine/terminal";
import { REPOSITORY, vantageProject } from "../sandbox/vantage-project";
import { writeStackPage } from "./stack-page";

const USAGE = `npm run preview                 plan every stack from nothing, and write build/STACK/plan.json and the page build/STACK/index.html
Options
  --stack NAME    this stack alone`;

async function main(args: readonly string[]): Promise<number> {
  const values = optionsOf(args, USAGE, { stack: TEXT, help: FLAG });
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

if (require.main === module) runCommand(main);
