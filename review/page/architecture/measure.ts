/** How a text is drawn. */
export interface Lettering {
  /** In pixels. */
  readonly size: number;
  readonly monospaced?: boolean;
  readonly bold?: boolean;
}

/** Width of a character of any monospaced font in use, as a part of its size: they are 0.55 to 0.61 wide. */
const MONOSPACED = 0.615;
/** Bold letters are wider. */
const BOLD = 1.16;

/**
 * Widths of characters as parts of their size, in DejaVu Sans: of the fonts that browsers take for their own, the widest. The first set that has a character counts.
 *
 * Source: DejaVu Sans 2.37, advance widths, the largest of each set.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ .,:;'|!ijlI\-/()[\]tfr·]/, 0.415],
  [/[mwMW%@…]/, 1],
  [/[A-Z_&]/, 0.79],
  [/[<>=+]/, 0.84],
  [/[\x20-\x7E]/, 0.64],
  [/./su, 1.05],
];

/** How wide a text will be at the most, in pixels: nothing here can ask a browser. */
export function textWidth(text: string, { size, monospaced = false, bold = false }: Lettering): number {
  const widths = [...text].map((character) => (monospaced ? MONOSPACED : widthOf(character)));
  return Math.ceil(widths.reduce((sum, width) => sum + width, 0) * size * (bold ? BOLD : 1));
}

function widthOf(character: string): number {
  return WIDTHS.find(([set]) => set.test(character))?.[1] ?? 1;
}

/** A text that is no longer than this many characters; of a longer one the end is left out. */
export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** As much of a text as there is room for, in pixels. */
export function fitted(text: string, room: number, lettering: Lettering): string {
  let shown = text;
  while (shown.length > 1 && textWidth(shown, lettering) > room) shown = `${shown.slice(0, -2).trimEnd()}…`;
  return shown;
}
