import { watch } from "node:fs";
import { basename } from "node:path";
import { attachEnvironment, exportLines } from "../engine/attach-environment";
import { copyConfiguration } from "../engine/configuration-copy";
import type { Project } from "../engine/project";
import { sandboxFolder, withStack } from "../engine/sandbox-stack";
import type { Terminal } from "../engine/terminal";

/**
 * Keeps a stack's simulated cloud up until interrupted and prints the environment that attaches a plain `pulumi` to it, as `export` lines or as JSON. The engine is then
 * whatever `pulumi` the person has; state and objects are those of the other commands.
 *
 * The CLI would write the salt of its passphrase into the stack file that it reads. So it is pointed at a copy, which follows the original while this command runs.
 * @returns the exit code
 */
export async function serve(
  project: Project,
  stack: string,
  terminal: Terminal,
  json: boolean,
  until = interruption(),
): Promise<number> {
  return withStack(
    project,
    stack,
    sandboxFolder(project, stack),
    terminal,
    async ({ folder, stackFile: original, ports }) => {
      const watcher = watch(project.root, (_change, file) => {
        if (file !== basename(original)) return;
        try {
          copyConfiguration(original, folder.stackFile);
        } catch (error) {
          terminal.progress(`${file} is not followed until it can be read again: ${(error as Error).message}`);
        }
      });
      try {
        const environment = attachEnvironment(folder, stack, ports);
        if (json) terminal.line(JSON.stringify(environment));
        else for (const line of exportLines(environment)) terminal.line(line);
        terminal.progress(`Serving ${stack} until interrupted`);
        await until;
      } finally {
        watcher.close();
      }
      return 0;
    },
  );
}

/** Ends with the first signal that asks this process to end. */
async function interruption(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
