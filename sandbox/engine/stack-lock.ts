import { existsSync, readdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isRunning } from "./running-process";

/** Who holds a stack, as the engine's file backend writes it. Source: pulumi/pkg/backend/diy/lock.go, `lockContent`. */
export interface LockHolder {
  readonly pid: number;
  readonly hostname: string;
}

/** The holders of all locks in a file backend of the sandbox, which keeps one stack. */
export function lockHolders(backend: string): readonly LockHolder[] {
  const folder = join(backend, ".pulumi", "locks");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return files.map((name) => {
    const { pid, hostname: host } = JSON.parse(readFileSync(join(folder, name), "utf8")) as LockHolder;
    return { pid, hostname: host };
  });
}

/** Whether the holder is gone: an engine of this machine whose process no longer runs. About other machines nothing can be known. */
export function isAbandoned({ pid, hostname: host }: LockHolder, thisHost = hostname(), runs = isRunning): boolean {
  return host === thisHost && !runs(pid);
}
