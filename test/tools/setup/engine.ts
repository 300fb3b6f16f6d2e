import { pulumiCli } from "../../../sandbox/engine/pulumi-cli";
import { processTerminal } from "../../../sandbox/engine/terminal";

/** What the project `engine` needs: Pulumi's CLI, found, downloaded or built. Where it can't be had, the tests say so. */
export default async function prepare(): Promise<void> {
  try {
    await pulumiCli(processTerminal());
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
  }
}
