import { arrange } from "./arrangement";
import type { Systems } from "./box";
import { placeOf } from "./calls/call";
import { measured, SIZES } from "./geometry";
import type { Lane, PlacedBox } from "./placed";
import { type Arrow, type Loop, loopsOf, route } from "./routes";
import { neededHeight, stack } from "./stacking";

/** The picture, laid out; sizes in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly Arrow[];
  readonly loops: readonly Loop[];
}

/** Lays the boxes out in columns of equal boxes, and draws the calls between them. */
export function layOut({ boxes, calls }: Systems): Layout {
  const within = calls.filter(({ from, to }) => placeOf(from) === placeOf(to));
  const between = calls.filter(({ from, to }) => placeOf(from) !== placeOf(to));
  const looping = new Set(within.map(({ from }) => placeOf(from)));
  const sizes = boxes.map((box) => measured(box, looping.has(box.id)));
  const columns = arrange(sizes, between);
  const height = Math.max(0, ...columns.map((column) => neededHeight(column, SIZES.gap)));
  const placed: PlacedBox[] = [];
  const lanes: Lane[] = [];
  let left = EDGE;
  for (const column of columns) {
    const width = Math.max(...column.map((item) => ("box" in item ? item.box.width : 0)));
    const tops = stack(column, height, SIZES.gap);
    column.forEach((item, index) => {
      const top = EDGE + (tops[index] ?? 0);
      if ("box" in item) placed.push({ ...item.box, left, top, width });
      else lanes.push({ call: item.lane, left, right: left + width, y: top + SIZES.lane / 2 });
    });
    left += width + SIZES.columnGap;
  }
  return {
    width: Math.max(0, left - SIZES.columnGap) + EDGE,
    height: height + 2 * EDGE,
    boxes: placed,
    arrows: between.map((call) => route(call, placed, lanes)),
    loops: loopsOf(within, placed),
  };
}

/** Around the picture, so that no line is cut. */
const EDGE = 2;
