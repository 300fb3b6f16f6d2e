import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadStackFile } from "../config/load";
import { differences, writeFolder } from "./manifest-folder";
import { manifestFiles } from "./manifests";
import { runbookFiles } from "./monitoring/runbooks/runbook-files";

const REPOSITORY = resolve(__dirname, "..");

const USAGE = `npm run synth                   write manifests/STACK, what is deployed to the cluster, and docs/runbooks/STACK
Options
  --stack NAME   the stack; every stack where none is named
  --check        write nothing; exit code 1 if the folders aren't what the charts render`;

/** A wrong call. Its message is all that is shown. */
class UsageError extends Error {
  override readonly name = "UsageError";
}

function main(args: readonly string[]): number {
  const { values } = parsed(args);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const stacks = values.stack === undefined ? allStacks() : [values.stack];
  // All of it is rendered before anything is written.
  const folders = stacks.flatMap(renderedFolders);
  return values.check ? check(values.stack, folders) : write(folders);
}

function renderedFolders(stack: string): readonly RenderedFolder[] {
  const platform = loadStackFile(join(REPOSITORY, `Pulumi.${stack}.yaml`));
  return [
    { path: `manifests/${stack}`, files: manifestFiles(platform) },
    { path: `docs/runbooks/${stack}`, files: runbookFiles(platform) },
  ];
}

/** A folder of the repository and everything that it should hold. */
interface RenderedFolder {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
}

function write(folders: readonly RenderedFolder[]): number {
  for (const folder of folders) {
    for (const { path, kind } of writeFolder(join(REPOSITORY, folder.path), folder.files)) {
      process.stdout.write(`${kind === "left over" ? "removed" : "wrote"} ${folder.path}/${path}\n`);
    }
    process.stdout.write(`${folder.path}: ${folder.files.size} files\n`);
  }
  return 0;
}

function check(stack: string | undefined, folders: readonly RenderedFolder[]): number {
  const lines = folders.flatMap((folder) =>
    differences(join(REPOSITORY, folder.path), folder.files).map(
      ({ path, kind, line }) => `  ${folder.path}/${path}: ${kind}${line === undefined ? "" : ` from line ${line}`}`,
    ),
  );
  if (lines.length === 0) {
    const counts = folders.map(({ path, files }) => `${path}: ${files.size} files, all as rendered\n`);
    process.stdout.write(counts.join(""));
    return 0;
  }
  process.stderr.write(
    `What is committed is not what the charts render:\n${lines.join("\n")}\nRun \`npm run synth${stack === undefined ? "" : ` -- --stack ${stack}`}\`, look at the difference and commit it.\n`,
  );
  return 1;
}

function parsed(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({ args: [...args], options: { stack: { type: "string" }, check: flag, help: flag } });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** Names of the stacks that have a file, in alphabetical order. */
function allStacks(): readonly string[] {
  return readdirSync(REPOSITORY)
    .flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])
    .sort();
}

/** Errors that a person can mend: their message is the report. */
const MENDABLE: readonly string[] = ["ConfigError", "BrokenManifests", "UsageError"];

if (require.main === module) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    const { name, message, stack } = error as Error;
    process.stderr.write(`${MENDABLE.includes(name) ? message : (stack ?? message)}\n`);
    process.exitCode = 1;
  }
}
