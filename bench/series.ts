import { median } from "./median";

/** Seconds that one set-up or command took, in each round. */
export interface Series {
  readonly name: string;
  readonly seconds: readonly number[];
}

/** How many times as long the median of one series is as that of another. */
export function timesAsLong(series: Series, than: Series): number {
  return median(series.seconds) / median(than.seconds);
}

/** Name, median and range of a series, as cells of a row that has more to follow. */
export function seriesCells({ name, seconds }: Series): string {
  const range = `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)} s`;
  return `| ${name} | ${median(seconds).toFixed(2)} s | ${range} |`;
}
