import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { parse } from "yaml";
import type { StackConfiguration } from "./configuration-copy";
import { UserError } from "./user-error";

/** A Pulumi project that the sandbox runs: this repository, or the small fixture of the tests. */
export interface Project {
  /** Folder of `Pulumi.yaml` and the stack files. */
  readonly root: string;
  /** The project's name as `Pulumi.yaml` gives it: the namespace of the configuration keys and a part of each URN. */
  readonly name: string;
  /** Program file that exports an asynchronous function returning the stack outputs. */
  readonly program: string;
  /** Script that serves the simulated providers; see `attached-cloud.ts` for what it has to do. */
  readonly cloud: string;
  /** Folder of the policy pack that judges every preview and update; left out by a project without rules. */
  readonly policyPack?: string;
  /** Variables that the engine and its plugins get beside those of the sandbox: tests set the day on which exemptions are judged. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Throws an error with the full report when a stack file is not fit to run. */
  readonly checkStackFile: (path: string) => void;
  /**
   * Takes out of the simulated cloud what these resources made and the engine never heard of, because it was killed in between. A person would look for
   * such orphans in the account and delete or import them.
   */
  readonly removeOrphans?: (storeFile: string, urns: readonly string[]) => void;
  /** The same configuration with everything deletable: what an operator would set in the stack file before taking a stack down. */
  readonly withoutProtection: (config: StackConfiguration) => StackConfiguration;
}

/** What `Pulumi.yaml` does not say about a project. */
export type ProjectParts = Pick<
  Project,
  "cloud" | "policyPack" | "checkStackFile" | "removeOrphans" | "withoutProtection"
>;

/** Reads the project of a folder out of its `Pulumi.yaml`. */
export function readProject(root: string, parts: ProjectParts): Project {
  const { name, main } = parse(readFileSync(join(root, "Pulumi.yaml"), "utf8")) as { name: string; main: string };
  return { root, name, program: join(root, main), ...parts };
}

/** Names of the stacks that have a file, in alphabetical order. */
export function stackNames(root: string): readonly string[] {
  const names = readdirSync(root).map((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1]);
  return names.filter((name) => name !== undefined).sort();
}

/** The stacks that a command works on which reads them and changes none: the named one, or all there are. */
export function chosenStacks(root: string, named: string | undefined): readonly string[] {
  return named === undefined ? stackNames(root) : [named];
}

/** Does something for each of several stacks, one after the other, also after one that fails. @returns the worst exit code */
export async function forEachStack(
  stacks: readonly string[],
  act: (stack: string) => Promise<number>,
): Promise<number> {
  let worst = 0;
  for (const stack of stacks) worst = Math.max(worst, await act(stack));
  return worst;
}

/**
 * The stack meant when none is named: the only one there is.
 * @throws UserError where there are several, or none
 */
export function onlyStack(root: string): string {
  const names = stackNames(root);
  const [first, ...others] = names;
  if (first !== undefined && others.length === 0) return first;
  throw new UserError(`Name the stack with --stack NAME. There are: ${names.join(", ") || "none"}.`);
}

/**
 * Path of a stack's file, checked in full, so that nothing starts on a broken one.
 * @throws UserError for a stack without a file; whatever `checkStackFile` throws for a broken file
 */
export function checkedStackFile(project: Project, stack: string): string {
  const path = join(project.root, `Pulumi.${stack}.yaml`);
  if (!existsSync(path)) {
    const known = stackNames(project.root).map((name) => `  ${name}  (Pulumi.${name}.yaml)`);
    throw new UserError(
      [
        `There is no stack "${stack}": no file ${path}.`,
        "The stacks with a file are:",
        ...known,
        "Choose one with --stack NAME.",
      ].join("\n"),
    );
  }
  project.checkStackFile(path);
  return path;
}

/** The program's function. Loading it takes a second or so, in which the process does nothing else: start what can run beside it before. */
export function loadProgram(project: Project): PulumiFn {
  return require(project.program) as PulumiFn;
}
