import { join } from "node:path";
import { deployableRendering } from "../charts/synthesize";
import { loadStackFile } from "../config/load";
import { FLAG, optionsOf, runCommand, TEXT } from "../sandbox/engine/command";
import { onlyStack } from "../sandbox/engine/project";
import { processTerminal } from "../sandbox/engine/terminal";
import { REPOSITORY } from "../sandbox/vantage-project";
import { upgradeLines } from "./report";
import { isPossible, upgradePath } from "./upgrade-path";

const USAGE = `npm run upgrade-path -- --to MINOR    how a stack gets to the next minor of Kubernetes, step by step
Options
  --to MINOR      the minor to go to, such as 1.35
  --stack NAME    the stack; may be left out while there is only one`;

async function main(args: readonly string[]): Promise<number> {
  const { help, to, stack: named } = optionsOf(args, USAGE, { to: TEXT, stack: TEXT, help: FLAG });
  const { line, palette } = processTerminal();
  if (help || to === undefined) {
    line(USAGE);
    return help ? 0 : 1;
  }
  const stack = named ?? onlyStack(REPOSITORY);
  const platform = loadStackFile(join(REPOSITORY, `Pulumi.${stack}.yaml`));
  const objects = deployableRendering(platform).flatMap((rendering) => rendering.objects);
  const path = upgradePath({ platform, objects, to, today: new Date() });
  for (const text of upgradeLines(stack, path, palette)) line(text);
  return isPossible(path) ? 0 : 1;
}

if (require.main === module) runCommand(main);
