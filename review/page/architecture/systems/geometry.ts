import { shortened, textWidth } from "../measure";
import type { Box, Row } from "./box";

/** Sizes of the picture, in pixels. */
export const SIZES = {
  title: 13,
  name: 12,
  detail: 11,
  /** Beside all text. */
  padding: 12,
  titleHeight: 30,
  subtitleHeight: 16,
  /** Of a row with a second line, and of one without. */
  row: 36,
  bareRow: 22,
  /** Below the last row. */
  foot: 6,
  /** For arrows between rows of one box. */
  loops: 32,
  /** Between boxes of a column, and between columns. */
  gap: 18,
  columnGap: 96,
  /** What an arrow takes up that passes through a column. */
  lane: 12,
} as const;

/** Characters of a name or of a second line that are shown; a pointer on it shows the whole. */
const LONGEST = 48;

/** A row with its place, measured from the top of its box. */
export interface PlacedRow extends Row {
  readonly shownName: string;
  /** The second line: what the reviewed change does to it, and what it is. */
  readonly shownDetail: string;
  readonly top: number;
  readonly height: number;
}

/** How large a box is, and where its rows are in it. */
export interface MeasuredBox extends Omit<Box, "rows"> {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly PlacedRow[];
  /** Height of its title and subtitle. */
  readonly head: number;
  /** Where arrows between its rows begin and end, from its left edge: behind the texts. */
  readonly loopsAt: number;
}

/**
 * Measures a box.
 *
 * @param hasLoops whether rows of it call each other
 */
export function measured(box: Box, hasLoops: boolean): MeasuredBox {
  const head = SIZES.titleHeight + (secondLine(box.subtitle, box.change) === "" ? 0 : SIZES.subtitleHeight);
  let top = head;
  const rows = box.rows.map((row): PlacedRow => {
    const height = secondLine(row.detail, row.change) === "" ? SIZES.bareRow : SIZES.row;
    const placed = {
      ...row,
      top,
      height,
      shownName: shortened(row.name, LONGEST),
      shownDetail: shortened(row.detail, LONGEST),
    };
    top += height;
    return placed;
  });
  const details = [box, ...rows].map((part) =>
    secondLine("shownDetail" in part ? part.shownDetail : part.subtitle, part.change),
  );
  const widths = [
    textWidth(box.title, { size: SIZES.title, bold: true }),
    ...rows.map(({ shownName }) => textWidth(shownName, { size: SIZES.name, monospaced: true })),
    ...details.map((text) => textWidth(text, { size: SIZES.detail })),
  ];
  const loopsAt = Math.max(...widths) + 2 * SIZES.padding;
  return {
    ...box,
    width: loopsAt + (hasLoops ? SIZES.loops : 0),
    height: top + (rows.length === 0 ? 0 : SIZES.foot),
    rows,
    head,
    loopsAt,
  };
}

/** What is under a name: the class of the change, then the rest. */
export function secondLine(text: string, change: string | undefined): string {
  return [change ?? "", text].filter(Boolean).join(" · ");
}
