/** Something that is put above or below others. */
export interface Stacked {
  /** In pixels. */
  readonly height: number;
  /** Where its middle should be, from 0 at the top to 1 at the bottom. */
  readonly middle: number;
}

/**
 * Tops of things that stand in a column in this order: each where it should be, or as near to that as the others let it.
 *
 * @param space height of the column in pixels; at least what all need
 * @param gap between two, in pixels
 */
export function stack(things: readonly Stacked[], space: number, gap: number): readonly number[] {
  const tops: number[] = [];
  let free = 0;
  for (const { height, middle } of things) {
    const top = Math.max(free, Math.round(middle * space - height / 2));
    tops.push(top);
    free = top + height + gap;
  }
  let floor = space;
  for (let index = things.length - 1; index >= 0; index--) {
    const top = Math.min(tops[index] ?? 0, floor - (things[index]?.height ?? 0));
    tops[index] = top;
    floor = top - gap;
  }
  return tops;
}

/** The height that things need in a column, in pixels. */
export function neededHeight(things: readonly Stacked[], gap: number): number {
  return things.reduce((sum, { height }) => sum + height + gap, things.length === 0 ? 0 : -gap);
}
