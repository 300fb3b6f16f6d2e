import { FLAG, optionsOf, runCommand, TEXT } from "../sandbox/engine/command";
import { processTerminal } from "../sandbox/engine/terminal";
import { REPOSITORY } from "../sandbox/vantage-project";
import { labOfStack } from "./lab-of-stack";
import { runLab } from "./run-lab";

const USAGE = `npm run lab                     run the lab's monitoring as processes of this machine, and what it is to notice
Options
  --stack NAME   the stack; may be left out while one alone has a lab`;

async function main(args: readonly string[]): Promise<number> {
  const values = optionsOf(args, USAGE, { stack: TEXT, help: FLAG });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  return runLab(labOfStack(REPOSITORY, values.stack), processTerminal());
}

runCommand(main);
