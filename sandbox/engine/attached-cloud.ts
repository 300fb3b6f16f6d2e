import { type ChildProcess, spawn } from "node:child_process";
import { resolve as resolvePath } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { UserError } from "./user-error";

/** Longest wait for the cloud process to listen; it takes about a second. */
export const CLOUD_START_SECONDS = 60;

/** Longest wait for the cloud process to end by itself once it is told to; its store is written with every change, so nothing is lost after that. */
export const CLOUD_STOP_SECONDS = 5;

/** Loads TypeScript, the same way as for the program. */
const START = resolvePath(__dirname, "../../start/register.cjs");

/** The simulated cloud as a process of its own. */
export interface AttachedCloud {
  /** Loopback port of each provider, by package name. */
  readonly ports: Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

/**
 * Starts a script that serves simulated providers. The script takes `--store FILE`, prints one line of JSON with the port of each provider, such as
 * `{"aws":40001}`, and ends when its standard input does: so it ends with this process, however that ends.
 * @throws UserError when the script ends or keeps silent instead
 */
export async function startCloud(script: string, store: string): Promise<AttachedCloud> {
  const child = spawn(process.execPath, ["--require", START, script, "--store", store], {
    stdio: ["pipe", "pipe", "pipe"],
    // In a process group of its own: an interrupt at the terminal is for the engine, which still needs its providers to wind up.
    detached: true,
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = `${complaint}${text}`.slice(-4000);
  });
  try {
    return { ports: await announcedPorts(child, () => complaint), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

/** The value of PULUMI_DEBUG_PROVIDERS that makes the engine attach to these ports instead of starting plugins. */
export function debugProviders(ports: Readonly<Record<string, number>>): string {
  return Object.entries(ports)
    .map(([name, port]) => `${name}:${port}`)
    .join(",");
}

async function announcedPorts(child: ChildProcess, complaint: () => string): Promise<Record<string, number>> {
  const failure = (what: string) => new UserError(`The simulated cloud ${what}.\n${complaint()}`.trimEnd());
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(failure(`did not answer within ${CLOUD_START_SECONDS} s`)),
      CLOUD_START_SECONDS * 1000,
    );
    child.once("error", reject);
    child.once("close", (code) => reject(failure(`ended before it could serve (exit code ${code})`)));
    if (child.stdout !== null) {
      createInterface(child.stdout).once("line", (line) => {
        clearTimeout(timer);
        try {
          resolve(JSON.parse(line) as Record<string, number>);
        } catch {
          reject(failure(`printed "${line}" where the ports of its providers belong`));
        }
      });
    }
    child.once("close", () => clearTimeout(timer));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.stdin?.end();
  const patience = new AbortController();
  const overdue = delay(CLOUD_STOP_SECONDS * 1000, "overdue", { signal: patience.signal }).catch(() => "cancelled");
  if ((await Promise.race([ended, overdue])) === "overdue") child.kill("SIGKILL");
  patience.abort();
  await ended;
}
