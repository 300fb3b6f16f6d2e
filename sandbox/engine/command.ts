import { type ParseArgsConfig, parseArgs } from "node:util";
import { errorText, UserError } from "./user-error";

/**
 * What a command was given, by the names of its options.
 *
 * @param usage how the command is called, shown with what is wrong
 * @throws {UserError} for anything that isn't one of the options
 */
export function optionsOf<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  usage: string,
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** An option that takes a text. */
export const TEXT = { type: "string" } as const;

/** An option that is there or not. */
export const FLAG = { type: "boolean", default: false } as const;

/** Runs a command: its result is the exit code of the process, and what it throws is a report on standard error and exit code 1. */
export function runCommand(main: (args: readonly string[]) => Promise<number>): void {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${errorText(error)}\n`);
      process.exitCode = 1;
    },
  );
}
