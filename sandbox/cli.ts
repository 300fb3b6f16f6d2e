import { parseArgs } from "node:util";
import { OPERATIONS, type Operation, operate } from "./commands/operate";
import { plan } from "./commands/plan";
import { serve } from "./commands/serve";
import { runCommand } from "./engine/command";
import { reachLoopbackDirectly } from "./engine/loopback";
import { chosenStacks, forEachStack, onlyStack } from "./engine/project";
import { processTerminal } from "./engine/terminal";
import { UserError } from "./engine/user-error";
import { REPOSITORY, vantageProject } from "./vantage-project";

const USAGE = `npm run sandbox -- COMMAND          work on the stack that the sandbox keeps in .sandbox/STACK
  plan       plan every stack from nothing, and write build/STACK/plan.json; npm run preview also writes its page
  preview    what \`up\` would change
  up         create and update
  refresh    bring the state in line with what the simulated cloud holds
  destroy    delete everything; with --unprotect also what holds data, after an update that takes the protection off
  serve      keep the simulated cloud up and print the environment that attaches \`pulumi preview\`; --json prints it as JSON
Options
  --stack NAME             the stack to work on; may be left out while there is only one, and by plan, which then plans all
  --expect-no-changes      exit code 1 if anything changes`;

async function main(args: readonly string[]): Promise<number> {
  const { positionals, values } = parsed(args);
  const [command, ...more] = positionals;
  if (command === undefined || values.help) {
    process.stdout.write(`${USAGE}\n`);
    return values.help ? 0 : 1;
  }
  if (more.length > 0)
    throw new UserError(`${command} takes no argument, but "${more.join(" ")}" was given.\n\n${USAGE}`);

  refuseForeignFlags(command, values);
  reachLoopbackDirectly();
  const project = vantageProject();
  const terminal = processTerminal();
  if (command === "plan") {
    return forEachStack(chosenStacks(REPOSITORY, values.stack), (stack) => plan(project, stack, terminal));
  }
  const stack = values.stack ?? onlyStack(REPOSITORY);
  const operation = OPERATIONS.find((name): name is Operation => name === command);
  if (operation !== undefined) {
    return operate(operation, project, stack, terminal, {
      expectNoChanges: values["expect-no-changes"],
      unprotect: values.unprotect,
    });
  }
  if (command === "serve") return serve(project, stack, terminal, values.json);
  throw new UserError(`There is no command "${command}".\n\n${USAGE}`);
}

function parsed(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { stack: { type: "string" }, "expect-no-changes": flag, unprotect: flag, json: flag, help: flag },
    });
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** What each command may be told beside `--stack`; a flag that does nothing would be taken for one that does. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  plan: [],
  preview: ["expect-no-changes"],
  up: ["expect-no-changes"],
  refresh: ["expect-no-changes"],
  destroy: ["unprotect"],
  serve: ["json"],
};

function refuseForeignFlags(command: string, values: Readonly<Record<string, unknown>>): void {
  const allowed = FLAGS[command];
  if (allowed === undefined) return;
  const foreign = Object.keys(values).filter((flag) => values[flag] === true && !allowed.includes(flag));
  if (foreign.length === 0) return;
  const takes = ["--stack", ...allowed.map((flag) => `--${flag}`)].join(", ");
  throw new UserError(`${command} does not take ${foreign.map((flag) => `--${flag}`).join(", ")}; it takes ${takes}.`);
}

runCommand(main);
