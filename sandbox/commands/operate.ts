import type { Stack } from "@pulumi/pulumi/automation";
import { changeLines, changeSummary } from "../engine/change-listing";
import { copyConfiguration } from "../engine/configuration-copy";
import { type EngineRun, type RunHooks, runEngine, showDiagnostics } from "../engine/engine-run";
import { amount } from "../engine/plan-listing";
import type { Project } from "../engine/project";
import { sandboxFolder, withStack } from "../engine/sandbox-stack";
import { type PendingOperation, pendingOperations, protectedResources } from "../engine/stack-state";
import type { Terminal } from "../engine/terminal";

/** The operations on a stack that the sandbox keeps. */
export const OPERATIONS = ["preview", "up", "refresh", "destroy"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Options of an operation. */
export interface OperateOptions {
  /** Exit code 1 when there is anything to change. */
  readonly expectNoChanges?: boolean;
  /** For `destroy`: first an update that takes the protection off. It is meant for the sandbox, where nothing of value is kept. */
  readonly unprotect?: boolean;
}

const DOING: Readonly<Record<Operation, string>> = {
  preview: "Previewing",
  up: "Updating",
  refresh: "Refreshing",
  destroy: "Destroying",
};

/**
 * Runs one operation on the sandbox's persistent stack and prints what changes: a line for each resource and the counts.
 * @returns the exit code
 */
export async function operate(
  operation: Operation,
  project: Project,
  stack: string,
  terminal: Terminal,
  options: OperateOptions = {},
): Promise<number> {
  const started = Date.now();
  return withStack(
    project,
    stack,
    sandboxFolder(project, stack),
    terminal,
    async ({ stack: engine, folder, stackFile }) => {
      const before = await engine.exportStack();
      const pending = pendingOperations(before);
      if (operation === "refresh" || operation === "destroy") {
        const unfinished = pending.filter(({ kind }) => kind === "creating").map(({ urn }) => urn);
        project.removeOrphans?.(folder.store, unfinished);
      } else {
        tellPending(pending, terminal);
      }
      if (operation === "destroy" && pending.length > 0) {
        const healing = await runEngine(`Refreshing ${stack}`, terminal, (hooks) => start(engine, "refresh", hooks));
        if (!healing.succeeded) {
          report(healing, "refresh", terminal);
          return 1;
        }
      }
      const guarded = operation === "destroy" ? protectedResources(before) : [];
      if (guarded.length > 0 && !options.unprotect) {
        tellProtected(guarded, terminal);
        return 1;
      }
      if (guarded.length > 0) {
        terminal.line(`Taking the protection off ${amount(guarded.length)}.`);
        copyConfiguration(stackFile, folder.stackFile, project.withoutProtection);
        const update = await runEngine(`Unprotecting ${stack}`, terminal, (hooks) => start(engine, "up", hooks));
        report(update, "up", terminal);
        if (!update.succeeded) return 1;
      }

      const { policyPack } = project;
      // The engine judges a stack as a whole at the end of a run: an update that the rules refuse has to be found before it begins.
      if (operation === "up" && policyPack !== undefined) {
        const preview = await runEngine(`Judging ${stack}`, terminal, (hooks) =>
          start(engine, "preview", hooks, policyPack),
        );
        if (!preview.succeeded) {
          showDiagnostics(preview, terminal);
          terminal.line(terminal.palette.red("Nothing is changed: the preview of up failed."));
          return 1;
        }
      }
      const run = await runEngine(`${DOING[operation]} ${stack}`, terminal, (hooks) =>
        start(engine, operation, hooks, policyPack),
      );
      report(run, operation, terminal);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      terminal.line(
        `${terminal.palette.bold(stack)}: ${changeSummary(run.changes, operation === "preview")} in ${seconds} s`,
      );
      if (!run.succeeded) return 1;
      if (options.expectNoChanges && run.changes.length > 0) {
        terminal.line(`No change was expected of ${operation}.`);
        return 1;
      }
      return 0;
    },
  );
}

function start(engine: Stack, operation: Operation, hooks: RunHooks, policyPack?: string): Promise<unknown> {
  const judged = policyPack === undefined ? hooks : { ...hooks, policyPacks: [policyPack] };
  switch (operation) {
    case "preview":
      return engine.preview(judged);
    case "up":
      return engine.up(judged);
    case "refresh":
      // What an interrupted run may have begun to create has no id by which it could be looked up: the note of it is all that can be removed.
      return engine.refresh({ ...hooks, clearPendingCreates: true });
    case "destroy":
      return engine.destroy(hooks);
  }
}

function report(run: EngineRun, operation: Operation, terminal: Terminal): void {
  for (const line of changeLines(run.changes, terminal.palette)) terminal.line(line);
  showDiagnostics(run, terminal);
  if (!run.succeeded) terminal.line(terminal.palette.red(`${operation} failed.`));
}

function tellPending(pending: readonly PendingOperation[], terminal: Terminal): void {
  if (pending.length === 0) return;
  terminal.line("An earlier run was cut off in the middle of:");
  for (const { kind, resource } of pending) terminal.line(`  ${kind} ${resource}`);
  terminal.line("Run `npm run sandbox -- refresh` to bring state and simulated cloud in line.");
}

/** The engine itself finds protected resources only when it comes to them, having deleted others; a real `pulumi destroy` is kept from that by its preview. */
function tellProtected(resources: readonly string[], terminal: Terminal): void {
  terminal.line(`Nothing is deleted: ${amount(resources.length)} of this stack are protected, because they hold data:`);
  for (const resource of resources) terminal.line(`  ${resource}`);
  terminal.line(
    "Set what protects them to false in the stack file and run `up`, or let `npm run sandbox -- destroy --unprotect` do so for this once.",
  );
}
