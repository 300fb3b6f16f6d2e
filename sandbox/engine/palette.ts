import colors from "picocolors";

/** The few ways in which a terminal line is set off. */
export interface Palette {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
}

/** Colours on a terminal; plain text into a file or a pipe, or where NO_COLOR is set. */
export function paletteFor(stream: { readonly isTTY?: boolean }): Palette {
  return colors.createColors(stream.isTTY === true && process.env.NO_COLOR === undefined);
}

/** Plain text. */
export const PLAIN: Palette = colors.createColors(false);
