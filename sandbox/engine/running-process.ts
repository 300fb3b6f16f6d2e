import { readFileSync } from "node:fs";

/** Whether a process of this machine runs. One that has ended and only waits for its parent to take note does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

/** Containers without an init process keep ended orphans for ever. Where there is no /proc, such as on macOS, there is always an init process. */
function isZombie(pid: number): boolean {
  try {
    // The name in parentheses may hold anything, spaces and parentheses too; the state follows the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return false;
  }
}
