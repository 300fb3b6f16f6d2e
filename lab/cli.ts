import { parseArgs } from "node:util";
import { processTerminal } from "../sandbox/engine/terminal";
import { runCommand, UserError } from "../sandbox/engine/user-error";
import { REPOSITORY } from "../sandbox/vantage-project";
import { labOfStack } from "./lab-of-stack";
import { runLab } from "./run-lab";

const USAGE = `npm run lab                     run the lab's monitoring as processes of this machine, and what it is to notice
Options
  --stack NAME   the stack; may be left out while one alone has a lab`;

async function main(args: readonly string[]): Promise<number> {
  const { values } = parsed(args);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  return runLab(labOfStack(REPOSITORY, values.stack), processTerminal());
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { stack: { type: "string" }, help: { type: "boolean" } } });
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

runCommand(main);
