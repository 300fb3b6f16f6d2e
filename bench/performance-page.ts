import { median } from "./median";

/** Least factor by which the program starts faster than in Pulumi's default set-up. Source: design.md, "Numbers to hold". */
export const TARGET_START_RATIO = 5;

/** Longest `npm run preview` of a whole stack, tools built. Source: design.md, "Numbers to hold". */
export const TARGET_PREVIEW_SECONDS = 15;

/** Seconds that one set-up took, in each round. */
export interface Series {
  readonly name: string;
  readonly seconds: readonly number[];
}

/** What one run of the benchmark measured. */
export interface Figures {
  readonly stack: string;
  /** Program starts; the first series is the default, the last this project's. */
  readonly starts: readonly Series[];
  readonly preview: Series;
  readonly machine: string;
}

/** How many times as fast the last series is as the first. */
export function startRatio({ starts }: Figures): number {
  const [first, last] = [starts.at(0), starts.at(-1)];
  if (first === undefined || last === undefined) throw new Error("There is nothing to compare.");
  return median(first.seconds) / median(last.seconds);
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
  ].filter((text) => text !== "");
}

/** The page that docs/performance.md is. */
export function performancePage(figures: Figures): string {
  const { starts, preview, stack, machine } = figures;
  const base = median(starts[0]?.seconds ?? []);
  const row = ({ name, seconds }: Series) =>
    `| ${name} | ${median(seconds).toFixed(2)} s | ${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)} s | ${(base / median(seconds)).toFixed(1)} |`;
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
`;
}
