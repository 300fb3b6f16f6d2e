import { median } from "./median";
import { type Series, seriesCells, timesAsLong } from "./series";
import { type SynthFigures, synthShortfalls } from "./synth-figures";
import { synthSection } from "./synth-section";

/** Least factor by which the program starts faster than in Pulumi's default set-up. Source: design.md, "Numbers to hold". */
export const TARGET_START_RATIO = 5;

/** Longest `npm run preview` of a whole stack, tools built. Source: design.md, "Numbers to hold". */
export const TARGET_PREVIEW_SECONDS = 15;

/** What one run of the benchmark measured. */
export interface Figures {
  readonly stack: string;
  /** Program starts; the first series is the default, the last this project's. */
  readonly starts: readonly Series[];
  readonly preview: Series;
  readonly synth: SynthFigures;
  readonly machine: string;
}

/** How many times as fast the last series is as the first. */
export function startRatio({ starts }: Figures): number {
  const [first, last] = [starts.at(0), starts.at(-1)];
  if (first === undefined || last === undefined) throw new Error("There is nothing to compare.");
  return timesAsLong(first, last);
}

/** The numbers that are not held, in words; none when all are. */
export function shortfalls(figures: Figures): readonly string[] {
  const ratio = startRatio(figures);
  const preview = median(figures.preview.seconds);
  return [
    ratio < TARGET_START_RATIO
      ? `Program start is ${ratio.toFixed(1)} times as fast as the default; at least ${TARGET_START_RATIO} is to hold.`
      : "",
    preview >= TARGET_PREVIEW_SECONDS
      ? `npm run preview takes ${preview.toFixed(1)} s; less than ${TARGET_PREVIEW_SECONDS} s is to hold.`
      : "",
    ...synthShortfalls(figures.synth),
  ].filter((text) => text !== "");
}

/** The page that docs/performance.md is. */
export function performancePage(figures: Figures): string {
  const { starts, preview, synth, stack, machine } = figures;
  const base = median(starts[0]?.seconds ?? []);
  const row = (series: Series) => `${seriesCells(series)} ${(base / median(series.seconds)).toFixed(1)} |`;
  return `# Performance

Written by \`npm run bench\`, which measures everything side by side in one run; read the ratios, the seconds are those of one machine (${machine}).

## Program start

From the start of Node.js to the first resource that the program of \`${stack}\` asks the engine for, run as the language plugin runs it. Median of ${starts[0]?.seconds.length ?? 0} rounds, the set-ups
taking turns.

| set-up | median | range | times as fast |
|---|---|---|---|
${starts.map(row).join("\n")}

At least ${TARGET_START_RATIO} is to hold. What makes the difference is in \`start/\`: transpiled files are cached, modules of the SDK that only serialised functions need are
loaded when used, and the stack trace that the SDK formats for each promise is left out.

## Preview

\`npm run preview\` of \`${stack}\`, the whole command with built tools: median ${median(preview.seconds).toFixed(1)} s of ${preview.seconds.length} (${preview.name}). Less than ${TARGET_PREVIEW_SECONDS} s is to hold.

${synthSection(stack, synth)}`;
}
