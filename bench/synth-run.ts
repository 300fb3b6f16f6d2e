import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Series } from "./series";
import { synthCommands } from "./synth-commands";
import { FEW_OBJECTS, MANY_OBJECTS, type SynthFigures } from "./synth-figures";
import { measureInTurns, runOnce } from "./whole-command";

/** Measured runs of each command, after one that fills the caches. */
export const SYNTH_ROUNDS = 7;

/** Measured runs with each number of synthetic objects, after one more for the same reason. */
export const GROWTH_ROUNDS = 5;

/**
 * Measures synth of a stack, its peers on the same objects, and how its cost grows.
 *
 * @param root the repository, whose manifests are as the charts render them
 * @throws when a command fails or renders other objects, with what is wrong
 */
export async function measureSynth(root: string, stack: string): Promise<SynthFigures> {
  const scratch = mkdtempSync(join(tmpdir(), "vantage-bench-"));
  try {
    const { objects, cdk8s, cdk8sUnchecked, npm, helm, node } = await synthCommands(root, stack, scratch);
    const series = measureInTurns({ cdk8s, cdk8sUnchecked, npm, helm, node }, SYNTH_ROUNDS);
    return { objects, ...series, ...measureGrowth(root, stack) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function measureGrowth(root: string, stack: string): Record<"few" | "many", Series> {
  const counts = { few: FEW_OBJECTS, many: MANY_OBJECTS };
  const seconds = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round <= GROWTH_ROUNDS; round++) {
    for (const key of ["few", "many"] as const) {
      const { output } = runOnce(synthesizeMany(root, stack, counts[key]));
      process.stderr.write(
        `Growth ${round}/${GROWTH_ROUNDS}: ${Number(output).toFixed(2)} s, ${counts[key]} objects\n`,
      );
      if (round > 0) seconds[key].push(Number(output));
    }
  }
  return {
    few: { name: String(FEW_OBJECTS), seconds: seconds.few },
    many: { name: String(MANY_OBJECTS), seconds: seconds.many },
  };
}

/** The process that synthesizes so many objects, started as `npm run synth` starts its own. */
function synthesizeMany(root: string, stack: string, objects: number) {
  return {
    name: `${objects} objects`,
    program: process.execPath,
    args: ["--require", "./start/register.cjs", "bench/synthesize-many.ts", stack, String(objects)],
    folder: root,
    environment: {},
  };
}
