import { parseArgs } from "node:util";
import { startCloud } from "./cloud";
import { FAULTS_VARIABLE, parseFaults } from "./store/faults";

/**
 * The simulated cloud as a process of its own: `cloud-process.ts --store FILE`. It prints one line of JSON with the ports and stays until it is told to end, or
 * until the process that started it is gone, which it sees by the end of its standard input.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { store: { type: "string" } } });
  if (values.store === undefined) throw new Error("--store is missing; name the file that holds the simulated cloud");
  const cloud = await startCloud({ storeFile: values.store, faults: parseFaults(process.env[FAULTS_VARIABLE]) });

  const end = (): void => {
    void cloud.close().finally(() => process.exit(0));
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  process.stdin.once("end", end);
  process.stdin.once("close", end);
  process.stdin.resume();
  process.stdout.write(`${JSON.stringify(cloud.ports)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
