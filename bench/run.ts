import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { stackNames } from "../sandbox/engine/project";
import { type MeasuredProgram, measuredProgram } from "./measured-program";
import { type Figures, performancePage, shortfalls } from "./performance-page";
import { measureStart, type ProgramSetUp } from "./program-start";
import { startResourceMonitor } from "./resource-monitor";
import type { Series } from "./series";
import { defaultSetUp, projectSetUp, TSX_SET_UP } from "./set-ups";
import { measureSynth } from "./synth-run";

const ROOT = resolve(__dirname, "..");

/** Measured starts of each set-up, after one that fills the caches of machine and set-up. */
export const START_ROUNDS = 7;

/** Measured runs of the whole preview, after one more for the same reason. */
export const PREVIEW_ROUNDS = 3;

async function main(): Promise<void> {
  const [stack = ""] = stackNames(ROOT);
  // First, because it is the one that may find something to mend before it measures anything: stale manifests.
  const synth = await measureSynth(ROOT, stack);
  const starts = await measureStarts(measuredProgram(ROOT, stack), [
    defaultSetUp(ROOT),
    TSX_SET_UP,
    projectSetUp(ROOT),
  ]);
  const figures: Figures = {
    stack,
    starts,
    preview: { name: "npm run preview", seconds: previewTimes() },
    synth,
    machine: `${cpus().length} processors, Node.js ${process.versions.node}`,
  };
  const page = performancePage(figures);
  mkdirSync(join(ROOT, "docs"), { recursive: true });
  writeFileSync(join(ROOT, "docs/performance.md"), page);
  process.stdout.write(page);
  const missed = shortfalls(figures);
  process.stderr.write(missed.map((text) => `${text}\n`).join(""));
  process.exitCode = missed.length === 0 ? 0 : 1;
}

/** The set-ups take turns, so that a slow moment of the machine meets them all. */
async function measureStarts(program: MeasuredProgram, setUps: readonly ProgramSetUp[]): Promise<readonly Series[]> {
  const series = setUps.map(({ name }) => ({ name, seconds: [] as number[] }));
  const monitor = await startResourceMonitor();
  try {
    for (let round = 0; round <= START_ROUNDS; round++) {
      for (const [index, setUp] of setUps.entries()) {
        const milliseconds = await measureStart(program, setUp, monitor);
        process.stderr.write(
          `Program start ${round}/${START_ROUNDS}: ${(milliseconds / 1000).toFixed(2)} s, ${setUp.name}\n`,
        );
        if (round > 0) series[index]?.seconds.push(milliseconds / 1000);
      }
    }
  } finally {
    monitor.close();
  }
  return series;
}

function previewTimes(): readonly number[] {
  const seconds: number[] = [];
  for (let round = 0; round <= PREVIEW_ROUNDS; round++) {
    const started = performance.now();
    const { status, stderr } = spawnSync("npm", ["run", "--silent", "preview"], { cwd: ROOT, encoding: "utf8" });
    if (status !== 0) throw new Error(`npm run preview failed:\n${stderr}`);
    const taken = (performance.now() - started) / 1000;
    process.stderr.write(`Preview ${round}/${PREVIEW_ROUNDS}: ${taken.toFixed(1)} s\n`);
    if (round > 0) seconds.push(taken);
  }
  return seconds;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
