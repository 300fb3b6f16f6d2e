import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isRunning } from "./running-process";

/** How often a waiting process looks whether the lock is free. */
export const LOCK_POLL_MILLISECONDS = 500;

/**
 * Does a piece of work while holding a lock file, which names the process that holds it. While another process holds it, waits and calls `waiting` at every look.
 * The lock of a process that is gone is taken over. Should two processes take it over at the same moment both do the work, so the work must end in one atomic step.
 */
export async function underLock<T>(path: string, waiting: (pid: number) => void, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  while (!taken(path)) {
    const holder = holderOf(path);
    if (holder !== undefined && isRunning(holder)) {
      waiting(holder);
      await delay(LOCK_POLL_MILLISECONDS);
    } else {
      discard(path);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Takes a lock file at once or not at all; see {@link underLock} for the one that waits.
 * @returns the process that holds it, when that is another one that runs
 */
export function claimLock(path: string): number | undefined {
  mkdirSync(dirname(path), { recursive: true });
  while (!taken(path)) {
    const holder = holderOf(path);
    if (holder !== undefined && isRunning(holder)) return holder;
    discard(path);
  }
  return undefined;
}

function taken(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** The process that holds the lock; `undefined` when the lock went away meanwhile or was left empty. */
function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

/** Moves the lock away before deleting it: of several processes that see it abandoned, one succeeds. */
function discard(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch {
    // Another process was faster.
  }
}
