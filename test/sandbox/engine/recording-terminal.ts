import { PLAIN } from "../../../sandbox/engine/palette";
import type { Terminal } from "../../../sandbox/engine/terminal";

/** A terminal that keeps what it is told. */
export interface RecordingTerminal extends Terminal {
  readonly lines: readonly string[];
  readonly steps: readonly string[];
}

/** A terminal without colours that keeps its lines and its progress apart. */
export function recordingTerminal(): RecordingTerminal {
  const lines: string[] = [];
  const steps: string[] = [];
  return { palette: PLAIN, lines, steps, line: (text = "") => lines.push(text), progress: (text) => steps.push(text) };
}
