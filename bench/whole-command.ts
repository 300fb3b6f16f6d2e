import { spawnSync } from "node:child_process";
import type { Series } from "./series";

/** A command that is measured from the start of its process to the end. */
export interface WholeCommand {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** Variables beside those of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A command whose work is looked at before it is measured. */
export interface JudgedCommand extends WholeCommand {
  /** @throws when what the command printed or wrote is not the work that is to be compared */
  readonly judge: (output: string) => void;
}

/** Most that a command may print, in bytes. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/**
 * Seconds that each command takes in each round. They take turns, so that a slow moment of the machine meets them all. A round before the first fills the caches of machine and commands, and is when each
 * command's work is judged.
 * @throws when a command fails, with what it said
 */
export function measureInTurns<Key extends string>(
  commands: Readonly<Record<Key, JudgedCommand>>,
  rounds: number,
): Record<Key, Series> {
  const entries = Object.entries<JudgedCommand>(commands).map(([key, command]) => ({
    key,
    command,
    seconds: [] as number[],
  }));
  for (let round = 0; round <= rounds; round++) {
    for (const { command, seconds } of entries) {
      const run = runOnce(command);
      process.stderr.write(`Synth ${round}/${rounds}: ${run.seconds.toFixed(2)} s, ${command.name}\n`);
      if (round === 0) command.judge(run.output);
      else seconds.push(run.seconds);
    }
  }
  const series = entries.map(({ key, command: { name }, seconds }) => [key, { name, seconds }]);
  return Object.fromEntries(series) as Record<Key, Series>;
}

/**
 * Runs a command to its end.
 * @throws when it can't be started or ends with another code than 0, with what it said
 */
export function runOnce({ name, program, args, folder, environment }: WholeCommand): {
  readonly seconds: number;
  readonly output: string;
} {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  const seconds = (performance.now() - started) / 1000;
  if (error !== undefined) throw new Error(`${name}: ${error.message}`);
  if (status !== 0) throw new Error(`${name} ended with code ${status}:\n${stderr}${stdout}`);
  return { seconds, output: stdout };
}
