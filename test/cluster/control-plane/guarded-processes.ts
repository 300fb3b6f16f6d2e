import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** How much of a log a failure shows, in characters. */
export const LOG_TAIL_CHARACTERS = 3000;

/** A process that runs in the background of a test. */
export interface BackgroundProcess {
  readonly name: string;
  readonly pid: number;
  /** Whether it still runs. */
  isRunning(): boolean;
  /** The end of what it wrote to its standard output and standard error. */
  logTail(): string;
}

/** Processes that share a folder, and end with the test whatever becomes of it. */
export class GuardedProcesses {
  readonly #folder: string;
  readonly #children: ChildProcess[] = [];
  #guard: ChildProcess | undefined;

  /** @param folder holds everything that the processes write; it is removed with them */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts a program; its output goes to `<name>.log` in the folder. */
  start(name: string, program: string, flags: readonly string[]): BackgroundProcess {
    const logFile = join(this.#folder, `${name}.log`);
    const log = openSync(logFile, "w");
    // Detached: an interrupt from the keyboard ends the test, whose end ends these.
    const child = spawn(program, flags, { cwd: this.#folder, stdio: ["ignore", log, log], detached: true });
    closeSync(log);
    child.unref();
    // Kept from being thrown; without a pid the start fails below.
    child.on("error", () => {});
    if (child.pid === undefined) throw new Error(`${program} can't be started.`);
    this.#children.push(child);
    this.#watch();
    return {
      name,
      pid: child.pid,
      isRunning: () => runs(child),
      logTail: () => readFileSync(logFile, "utf8").slice(-LOG_TAIL_CHARACTERS),
    };
  }

  /** Ends the processes and removes the folder. What they hold is thrown away, so none is asked to end in order. A second call does nothing. */
  async stop(): Promise<void> {
    // First the guard, which would otherwise kill pids that may by then be somebody else's.
    await Promise.all([...(this.#guard === undefined ? [] : [this.#guard]), ...this.#children].map(killed));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /**
   * Puts a guard over all processes started so far. Its standard input ends when this process does, by whatever signal: handlers in this
   * process would not see a
   * kill, and Jest kills workers.
   */
  #watch(): void {
    const former = this.#guard;
    const script = 'folder="$1"; shift; read -r _; kill -9 "$@"; rm -rf "$folder"';
    const pids = this.#children.map(({ pid }) => String(pid));
    const guard = spawn("/bin/sh", ["-c", script, "guard", this.#folder, ...pids], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    });
    guard.unref();
    // The pipe would keep this process alive although nothing is left to do.
    (guard.stdin as unknown as { unref(): void }).unref();
    this.#guard = guard;
    former?.kill("SIGKILL");
  }
}

function runs({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function killed(child: ChildProcess): Promise<void> {
  if (!runs(child)) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.ref();
  child.kill("SIGKILL");
  await ended;
}
