import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A provider that listens on a port of 127.0.0.1 until it is closed. */
export interface RunningProvider {
  /** Port to attach to: `PULUMI_DEBUG_PROVIDERS=eks:PORT`. */
  readonly port: number;
  /** Stops the provider and waits until it is gone. May be called more than once. */
  close(): Promise<void>;
}

/** How much of the process's standard error is kept for an error message, in characters. */
const KEPT_STDERR = 4_000;

/** Resolves with the port that the process prints, or rejects with what it said when it ends before that. */
async function printedPort(child: ChildProcess): Promise<number> {
  if (!child.stdout || !child.stderr) throw new Error("the simulated eks provider has no standard output to read");
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + String(chunk)).slice(-KEPT_STDERR);
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the simulated eks provider ended with code ${code} before it listened:\n${said.trim()}`);
  });
  const line = once(createInterface(child.stdout), "line").then(([text]) => Number(text));
  const port = await Promise.race([line, ended]);
  // From here on its end is `close`'s business.
  ended.catch(() => undefined);
  if (!Number.isInteger(port)) throw new Error("the simulated eks provider didn't print a port on its first line");
  return port;
}

/**
 * Starts the simulated `eks` provider.
 *
 * It runs in a process of its own, as the real plugin does, for two reasons: the SDK's provider server can be started
 * once in a process and never stopped, and it takes over the handling of uncaught errors for the whole process.
 *
 * @throws Error with the process's last words when it ends before it listens.
 */
export async function startEksProvider(): Promise<RunningProvider> {
  const child = fork(join(__dirname, "process.ts"), [], {
    execArgv: ["--require", require.resolve("../../start/register.cjs")],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const port = await printedPort(child);
  return {
    port,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
