import { type Palette, paletteFor } from "./palette";

/** Least time between two progress lines where they can't be overwritten, such as a log of CI. */
export const PROGRESS_INTERVAL_SECONDS = 5;

/** Where a command speaks to the person who gave it. */
export interface Terminal {
  readonly palette: Palette;
  /** A line of the result. */
  line(text?: string): void;
  /** What is going on at this moment; the next one replaces it. */
  progress(text: string): void;
}

/** Results go to standard output, progress to standard error: `npm run sandbox -- preview > file` keeps the file clean. */
export function processTerminal(
  out: NodeJS.WriteStream = process.stdout,
  err: NodeJS.WriteStream = process.stderr,
): Terminal {
  // `npm run preview | head` closes the pipe early; the work goes on to its end, unheard.
  for (const stream of [out, err]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  let shown = 0;
  let lastAt = 0;
  const erase = (): void => {
    if (shown > 0) err.write(`\r${" ".repeat(shown)}\r`);
    shown = 0;
  };
  return {
    palette: paletteFor(out),
    line: (text = "") => {
      erase();
      out.write(`${text}\n`);
    },
    progress: (text) => {
      if (err.isTTY) {
        erase();
        const fitting = text.slice(0, Math.max(0, err.columns - 1));
        err.write(fitting);
        shown = fitting.length;
        return;
      }
      if (Date.now() - lastAt < PROGRESS_INTERVAL_SECONDS * 1000) return;
      lastAt = Date.now();
      err.write(`${text}\n`);
    },
  };
}
