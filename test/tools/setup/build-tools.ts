import { type GoTool, goTool } from "../../../sandbox/engine/go-tool";
import { processTerminal } from "../../../sandbox/engine/terminal";

/**
 * Builds tools before the first test of a project, one after the other, so that no test spends its time on it and two never wait for each other. Where one can't be had, the
 * tests that need it say so.
 */
export async function buildTools(tools: readonly GoTool[]): Promise<void> {
  for (const tool of tools) {
    try {
      await goTool(tool, processTerminal());
    } catch (error) {
      process.stderr.write(`${(error as Error).message}\n`);
    }
  }
}
