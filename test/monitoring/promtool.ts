import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { goTool } from "../../sandbox/engine/go-tool";
import { processTerminal } from "../../sandbox/engine/terminal";
import { PROMTOOL } from "../tools/tools";

/** What promtool answered. */
export interface PromtoolAnswer {
  readonly ok: boolean;
  /** Everything it wrote. */
  readonly text: string;
}

/** Path of the tool, looked for once: many replays ask for it. */
let binary: Promise<string> | undefined;

/** Runs promtool in a folder of its own that holds these files, and removes the folder. */
export async function promtool(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<PromtoolAnswer> {
  binary ??= goTool(PROMTOOL, processTerminal());
  const path = await binary;
  const folder = mkdtempSync(join(tmpdir(), "promtool-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return await new Promise((resolve) => {
      execFile(path, [...args], { cwd: folder, maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) =>
        resolve({ ok: error === null, text: `${stdout}${stderr}` }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
