import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Job, Step, Workflow } from "./workflow";

const ROOT = resolve(__dirname, "../../..");

/** Longest time that a job may ask for, in minutes: GitHub's own limit would be six hours, paid for to the end. */
export const LONGEST_MINUTES = 120;

/** Somebody else's action at one commit: a tag can be moved to other code, a commit can't. */
const PINNED = /^[\w.-]+\/[\w.-]+(\/[\w./-]+)?@[0-9a-f]{40}$/;

/**
 * What is wrong with a workflow: each line names its job and what it has to be.
 *
 * @param scripts names of the scripts in package.json
 */
export function workflowProblems({ on, permissions, jobs }: Workflow, scripts: readonly string[]): readonly string[] {
  const triggers = ["pull_request_target", "workflow_run"].filter((trigger) => trigger in on);
  return [
    ...triggers.map((trigger) => `${trigger} runs with the rights of main what a stranger proposes`),
    ...(Object.keys(permissions ?? { all: "write" }).length === 0 && typeof permissions === "object"
      ? []
      : ["permissions of the workflow have to be {}, so that each job states its own"]),
    ...Object.entries(jobs).flatMap(([name, job]) => jobProblems(job, scripts).map((text) => `${name}: ${text}`)),
  ];
}

function jobProblems(job: Job, scripts: readonly string[]): readonly string[] {
  const { permissions, "timeout-minutes": minutes = 0, uses, steps = [], environment } = job;
  const calls = uses !== undefined;
  const stated = typeof permissions === "object" ? permissions : undefined;
  return [
    ...(stated === undefined ? ["states no permissions, one by one"] : []),
    ...(stated?.contents === "write" ? ["may write to the repository"] : []),
    // A called workflow names the environment itself.
    ...(stated?.["id-token"] === "write" && environment === undefined && !calls
      ? ["may sign in to the cloud outside an environment"]
      : []),
    ...(calls || (minutes > 0 && minutes <= LONGEST_MINUTES)
      ? []
      : [`timeout-minutes has to be 1 to ${LONGEST_MINUTES}`]),
    ...(calls ? usesProblems(uses) : steps.flatMap((step) => stepProblems(step, scripts))),
  ];
}

/** What is wrong with one step; the actions of this repository are held to the same. */
export function stepProblems({ uses, run, with: inputs }: Step, scripts: readonly string[]): readonly string[] {
  const checkout = uses?.startsWith("actions/checkout@") ?? false;
  return [
    ...(uses === undefined ? [] : usesProblems(uses)),
    // Otherwise every later step could push with the job's token.
    ...(checkout && inputs?.["persist-credentials"] !== false ? ["actions/checkout keeps its credentials"] : []),
    ...(run === undefined ? [] : runProblems(run, scripts)),
  ];
}

function usesProblems(uses: string): readonly string[] {
  if (uses.startsWith("./")) {
    return existsSync(join(ROOT, uses)) ? [] : [`${uses} does not exist`];
  }
  return PINNED.test(uses) ? [] : [`${uses} is not pinned to a commit`];
}

function runProblems(run: string, scripts: readonly string[]): readonly string[] {
  const called = [...run.matchAll(/\bnpm (?:run ([\w:-]+)|(test)\b)/g)].map(([, script, test]) => script ?? test ?? "");
  return [
    // The text is put into the script before a shell reads it: a branch's name could be a command.
    ...(run.includes("${{") ? ["puts an expression into a script; it has to come through env"] : []),
    ...called.filter((script) => !scripts.includes(script)).map((script) => `package.json has no script ${script}`),
  ];
}

/** Lines that use somebody else's action and don't say, in a comment, which release the commit is: `# v1.2.3`. */
export function unnamedReleases(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => /^\s*(- )?uses: [^.]/.test(line))
    .filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    .map((line) => line.trim());
}
