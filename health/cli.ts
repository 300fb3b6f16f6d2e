import { join, resolve } from "node:path";
import { loadStackFile } from "../config/load";
import { manifestsIn } from "../policies/manifests";
import { FLAG, optionsOf, runCommand, TEXT } from "../sandbox/engine/command";
import { onlyStack } from "../sandbox/engine/project";
import { processTerminal } from "../sandbox/engine/terminal";
import { ALL_CHECKS } from "./checks/all";
import { type Expectation, expectationOf } from "./expectation";
import { type KubectlOptions, kubectlReader } from "./kubectl";
import { reportJson, reportLines } from "./report";
import { requireAnswer } from "./require-answer";
import { isHealthy, runChecks } from "./run-checks";

const REPOSITORY = resolve(__dirname, "..");

const USAGE = `npm run health                  the morning check of a stack's cluster, which kubectl reaches; exit code 1 on a finding
Options
  --stack NAME    the stack; may be left out while there is only one
  --context NAME  context of the kubeconfig; the current one if left out
  --json          the rows for a program`;

async function main(args: readonly string[]): Promise<number> {
  const values = optionsOf(args, USAGE, { stack: TEXT, context: TEXT, json: FLAG, help: FLAG });
  const terminal = processTerminal();
  if (values.help) {
    terminal.line(USAGE);
    return 0;
  }
  const expectation = expectationOfStack(values.stack ?? onlyStack(REPOSITORY));
  const options: KubectlOptions = values.context === undefined ? {} : { context: values.context };
  const cluster = kubectlReader(options);
  terminal.progress("Asking the API server");
  await requireAnswer(cluster, expectation, options);
  const address = await cluster.address();
  let done = 0;
  const rows = await runChecks(ALL_CHECKS, cluster, expectation, (check) => {
    done += 1;
    terminal.progress(`${done} of ${ALL_CHECKS.length} checks: ${check}`);
  });
  const report = values.json
    ? [reportJson(rows, expectation, address)]
    : reportLines(rows, expectation, address, terminal.palette);
  for (const line of report) terminal.line(line);
  return isHealthy(rows) ? 0 : 1;
}

function expectationOfStack(stack: string): Expectation {
  return expectationOf(
    loadStackFile(join(REPOSITORY, `Pulumi.${stack}.yaml`)),
    manifestsIn(join(REPOSITORY, "manifests", stack)),
    new Date(),
  );
}

if (require.main === module) runCommand(main);
