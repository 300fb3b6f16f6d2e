import { rmSync } from "node:fs";
import { join } from "node:path";
import { Stack } from "@pulumi/pulumi/automation";
import { debugProviders, startCloud } from "./attached-cloud";
import { copyConfiguration } from "./configuration-copy";
import { claimLock } from "./lock-file";
import { checkedStackFile, loadProgram, type Project } from "./project";
import { pulumiCli } from "./pulumi-cli";
import { isAbandoned, lockHolders } from "./stack-lock";
import type { Terminal } from "./terminal";
import { UserError } from "./user-error";
import { engineEnvironment, openWorkspace, type WorkFolder, workFolder } from "./workspace";

/** Folder of a stack's sandbox, below the project's root. It is git-ignored and outlives the command. */
export function sandboxFolder(project: Project, stack: string): string {
  return join(project.root, ".sandbox", stack);
}

/** What a command works with. */
export interface SandboxStack {
  readonly stack: Stack;
  readonly folder: WorkFolder;
  /** The stack's file in the repository, of which the work folder has a copy. */
  readonly stackFile: string;
  /** Ports of the simulated cloud's providers. */
  readonly ports: Readonly<Record<string, number>>;
}

/**
 * Opens a stack of the sandbox for one piece of work and closes it again, whatever comes of the work: checks the stack file, finds the CLI, starts the simulated cloud over the
 * folder's store, opens the workspace and clears the lock of an engine that is gone.
 * @throws whatever {@link checkedStackFile} throws, before anything is started
 */
export async function withStack<T>(
  project: Project,
  name: string,
  path: string,
  terminal: Terminal,
  work: (opened: SandboxStack) => Promise<T>,
): Promise<T> {
  const stackFile = checkedStackFile(project, name);
  const cli = await pulumiCli(terminal);
  const folder = workFolder(path, name);

  // Two clouds over one store would undo each other's work.
  const lock = join(folder.path, "in-use.lock");
  const holder = claimLock(lock);
  if (holder !== undefined) {
    throw new UserError(
      `The sandbox stack "${name}" is in use by process ${holder}. Wait for it to end, or end it; if that process is no sandbox at all, delete ${lock}.`,
    );
  }
  try {
    terminal.progress("Starting the simulated cloud");
    const starting = startCloud(project.cloud, folder.store);
    try {
      const program = loadProgram(project);
      const cloud = await starting;
      copyConfiguration(stackFile, folder.stackFile);
      const environment = {
        ...engineEnvironment(process.env, folder, debugProviders(cloud.ports)),
        ...project.environment,
      };
      const workspace = await openWorkspace({ project, folder, cli, program, environment });
      const stack = await Stack.createOrSelect(name, workspace);
      await clearAbandonedLock(stack, folder, terminal);
      return await work({ stack, folder, stackFile, ports: cloud.ports });
    } finally {
      await starting.then(
        (cloud) => cloud.stop(),
        () => undefined,
      );
    }
  } finally {
    rmSync(lock, { force: true });
  }
}

async function clearAbandonedLock(stack: Stack, folder: WorkFolder, terminal: Terminal): Promise<void> {
  const holders = lockHolders(folder.backend);
  if (holders.length === 0) return;
  const live = holders.find((holder) => !isAbandoned(holder));
  if (live !== undefined) {
    throw new UserError(
      `The sandbox stack "${stack.name}" is in use by process ${live.pid} on ${live.hostname}. Wait for it to end, or end it; if that process is no engine of Pulumi at all, delete ${join(folder.backend, ".pulumi", "locks")}.`,
    );
  }
  terminal.line(
    `An earlier run was killed (process ${holders.map(({ pid }) => pid).join(", ")}): its lock is cleared.`,
  );
  await stack.cancel();
}
