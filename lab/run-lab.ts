import type { Lab } from "../charts/lab/lab";
import type { Terminal } from "../sandbox/engine/terminal";
import { exercise } from "./exercise/exercise";
import { startLab } from "./processes/running-lab";
import { problemsOf, reportLines } from "./report";

/**
 * Starts the lab, runs through the phases, prints what came of them and ends everything again.
 *
 * @returns the exit code: 0 when all of it was as expected, 1 otherwise
 */
export async function runLab(lab: Lab, terminal: Terminal): Promise<number> {
  const running = await startLab(lab, terminal);
  try {
    const result = await exercise(lab, running, terminal);
    for (const line of reportLines(result, terminal.palette)) terminal.line(line);
    return problemsOf(result).length === 0 ? 0 : 1;
  } finally {
    await running.stop();
  }
}
