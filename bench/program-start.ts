import { spawn } from "node:child_process";
import { basename, dirname, join } from "node:path";
import type { MeasuredProgram } from "./measured-program";
import type { ResourceMonitor } from "./resource-monitor";

/** A way to run the program: what the language plugin would pass to Node.js. */
export interface ProgramSetUp {
  readonly name: string;
  /** Arguments of Node.js before the SDK's runner. */
  readonly nodeArgs: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Longest wait for a program's first resource. */
export const START_SECONDS = 120;

/**
 * Milliseconds from the start of Node.js until the program asks the engine for its first resource after the stack itself. The program is run as the language plugin runs it, and
 * ended there.
 * @throws when the program ends, logs an error or keeps silent before
 */
export async function measureStart(
  program: MeasuredProgram,
  setUp: ProgramSetUp,
  monitor: ResourceMonitor,
): Promise<number> {
  const { root, entry, project, stack, config } = program;
  const flags = {
    monitor: monitor.address,
    engine: monitor.address,
    project,
    stack,
    pwd: dirname(entry),
    "root-directory": root,
    parallel: "16",
  };
  const args = [
    ...setUp.nodeArgs,
    join(root, "node_modules/@pulumi/pulumi/cmd/run/index.js"),
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
    "--dry-run",
    basename(entry),
  ];
  const env = {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: "[]",
    ...setUp.environment,
  };

  const registered = monitor.firstRegistration();
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: dirname(entry), env, stdio: ["ignore", "ignore", "pipe"] });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No resource within ${START_SECONDS} s.`)), START_SECONDS * 1000);
    void closed.then(() => reject(new Error(`The program ended without a resource.\n${complaint}`)));
  });
  try {
    await Promise.race([registered, silent]);
    return performance.now() - started;
  } catch (error) {
    throw new Error(`${setUp.name}: ${(error as Error).message}`);
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
    await closed;
  }
}
