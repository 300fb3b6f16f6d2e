import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";

const ROOT = resolve(__dirname, "../../..");

/** A step of a job or of an action of ours, as far as the rules read it. */
export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A job: its own steps, or a workflow that it calls. */
export interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly environment?: unknown;
  readonly "timeout-minutes"?: number;
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly steps?: readonly Step[];
}

/** A file of `.github/workflows`. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A file `action.yml` of `.github/actions`. */
export interface Action {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly (Step & { readonly shell?: string })[] };
}

/** The text of a file below `.github`. */
export function githubFile(path: string): string {
  return readFileSync(join(ROOT, ".github", path), "utf8");
}

/** Names of the workflows' files. */
export const WORKFLOW_FILES = readdirSync(join(ROOT, ".github/workflows")).sort();

/** Names of the actions' folders. */
export const ACTION_FOLDERS = readdirSync(join(ROOT, ".github/actions")).sort();

/** A workflow by the name of its file. */
export function workflow(file: string): Workflow {
  return parse(githubFile(`workflows/${file}`)) as Workflow;
}

/** An action of ours by the name of its folder. */
export function action(folder: string): Action {
  return parse(githubFile(`actions/${folder}/action.yml`)) as Action;
}

/** A step of a job by what it runs or uses; fails when there is not exactly one. */
export function stepOf({ steps = [] }: Job, mark: RegExp): Step {
  const found = steps.filter(({ run = "", uses = "" }) => mark.test(run) || mark.test(uses));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} steps match ${mark}.`);
  return found[0];
}
