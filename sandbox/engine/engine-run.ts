import type { EngineEvent } from "@pulumi/pulumi/automation";
import { type Diagnostic, diagnosticLines, diagnosticOf } from "./diagnostics";
import { type Change, changeOf } from "./step-changes";
import type { Terminal } from "./terminal";
import { UserError } from "./user-error";

/** What is passed to an operation of the Automation API. */
export interface RunHooks {
  readonly onEvent: (event: EngineEvent) => void;
  readonly signal: AbortSignal;
  /** The engine's own output is not shown, so it need not be coloured. */
  readonly color: "never";
}

/** What an operation of the engine did and said. */
export interface EngineRun {
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the engine ended without an error. */
  readonly succeeded: boolean;
}

/**
 * Runs an operation of the engine, showing how far it is, and collects what it reports. An operation that fails is a result and no exception: what it did before, and
 * why it failed, is in the result.
 */
export async function runEngine(
  what: string,
  terminal: Terminal,
  operation: (hooks: RunHooks) => Promise<unknown>,
): Promise<EngineRun> {
  const changes: Change[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const started = Date.now();
  const onEvent = (event: EngineEvent): void => {
    const diagnostic = diagnosticOf(event);
    if (diagnostic !== undefined) diagnostics.push(diagnostic);
    const change = changeOf(event);
    if (change !== undefined) changes.push(change);
    const step = event.resourcePreEvent;
    if (step === undefined) return;
    seen.add(step.metadata.urn);
    terminal.progress(`${what}: ${seen.size} resources, ${Math.round((Date.now() - started) / 1000)} s`);
  };

  terminal.progress(what);
  const interruption = interruptible(terminal);
  try {
    await operation({ onEvent, signal: interruption.signal, color: "never" });
    return { changes, diagnostics, succeeded: true };
  } catch (error) {
    // The engine says in an event why it failed; without one it did not get as far, and its own words are all there is.
    if (!diagnostics.some(({ severity }) => severity === "error"))
      throw new UserError(`${what} failed.\n${lastWords(error)}`);
    return { changes, diagnostics, succeeded: false };
  } finally {
    interruption.end();
  }
}

/** Prints what the engine, the providers and the program had to say. */
export function showDiagnostics({ diagnostics }: EngineRun, terminal: Terminal): void {
  const { palette } = terminal;
  for (const line of diagnosticLines(diagnostics)) {
    const colour = line.startsWith("error:") ? palette.red : line.startsWith("warning:") ? palette.yellow : palette.dim;
    terminal.line(colour(line));
  }
}

/** Exit code of a command that was interrupted twice, as shells give it for SIGINT. */
export const INTERRUPTED_EXIT_CODE = 130;

/**
 * Turns an interruption of this process into one of the engine, which then winds up: it finishes or notes what is under way and releases the stack. A terminal sends its interrupt
 * to the engine as well, where a second one would make it drop everything; so that one is not passed on. After a second interruption this process ends at once, and
 * with it the engine and the cloud; the next run clears up.
 */
function interruptible(terminal: Terminal): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  let interrupted = false;
  const stop = (name: NodeJS.Signals): void => {
    if (interrupted) process.exit(INTERRUPTED_EXIT_CODE);
    interrupted = true;
    terminal.line("Interrupted: waiting for the engine to wind up. Interrupt again to end at once.");
    if (name !== "SIGINT" || process.stdin.isTTY !== true) controller.abort();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const name of signals) process.on(name, stop);
  return {
    signal: controller.signal,
    end: () => {
      for (const name of signals) process.removeListener(name, stop);
    },
  };
}

/** The `stderr` part of an Automation API error, which otherwise also carries the standard output and a stack. */
function lastWords(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const said = /^ ?stderr: ([\s\S]*?)^ ?err\?:/m.exec(text)?.[1];
  return (said ?? text).replace(/^Command failed with exit code.*\n/m, "").trim();
}
