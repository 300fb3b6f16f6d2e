/** Synthesizes a number of objects in a process of its own and prints the seconds that it took: `synthesize-many.ts STACK OBJECTS`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { applyLedger } from "../charts/ledger";
import { differences, writeFolder } from "../charts/manifest-folder";
import { findings } from "../charts/manifests";
import { renderYaml } from "../charts/render";
import { documentedRendering } from "../charts/synthesize";
import { loadStackFile } from "../config/load";
import { syntheticChart, WARM_UP_OBJECTS } from "./synthetic-chart";

const [stack = "", count = ""] = process.argv.slice(2);
const platform = loadStackFile(resolve(__dirname, `../Pulumi.${stack}.yaml`));
const folder = mkdtempSync(join(tmpdir(), "vantage-bench-"));

/** Everything that `npm run synth` does, from the constructs to the comparison of the written files with the rendered ones. */
function synthesize(objectCount: number): void {
  const chart = syntheticChart(objectCount);
  const documented = documentedRendering(platform, [chart]).flatMap(({ objects }) => objects);
  const objects = applyLedger(documented, chart.deviations?.(platform) ?? []);
  // Whatever the checks think of the objects, looking at each of them is part of the cost.
  findings(platform, objects);
  const files = new Map([[`${chart.name}.yaml`, renderYaml(objects, ["Made by bench."])]]);
  writeFolder(folder, files);
  const stale = differences(folder, files);
  if (stale.length > 0 || objects.length !== objectCount) {
    throw new Error(
      `Of ${objectCount} objects ${objects.length} were rendered; ${stale.length} files are not as written.`,
    );
  }
}

try {
  // V8 compiles what runs often. Were that left to the measured run, the smaller one would pay most of it for each object, and what grows would be hidden behind it.
  synthesize(WARM_UP_OBJECTS);
  const started = performance.now();
  synthesize(Number(count));
  process.stdout.write(JSON.stringify((performance.now() - started) / 1000));
} finally {
  rmSync(folder, { recursive: true });
}
