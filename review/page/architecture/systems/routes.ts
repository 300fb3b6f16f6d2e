import { type End, placeOf } from "./calls/call";
import type { KnownCall } from "./calls/calls";
import { SIZES } from "./geometry";
import type { Lane, PlacedBox, Point } from "./placed";

/** A call as it is drawn: from the edge of one box to the edge of another, through these points. */
export interface Arrow {
  readonly call: KnownCall;
  readonly points: readonly Point[];
}

/** A call between two rows of one box, drawn to the right of them. */
export interface Loop {
  readonly call: KnownCall;
  /** Where the rows' text ends. */
  readonly x: number;
  /** Heights of the rows. */
  readonly from: number;
  readonly to: number;
  /** How far out it goes, from 1. */
  readonly depth: number;
}

/** An arrow from the right edge of its row, straight through the columns in between on the lanes that are kept free for it, to the left edge of the row it ends at; backwards the other way. */
export function route(call: KnownCall, boxes: readonly PlacedBox[], lanes: readonly Lane[]): Arrow {
  const [start, end] = [boxOf(call.from, boxes), boxOf(call.to, boxes)];
  const forward = start.left <= end.left;
  const passed = lanes
    .filter((lane) => lane.call === call)
    .flatMap(({ left, right, y }) => [
      { x: left, y },
      { x: right, y },
    ]);
  passed.sort((a, b) => (forward ? a.x - b.x : b.x - a.x));
  const first = { x: forward ? start.left + start.width : start.left, y: heightOf(call.from, start) };
  const last = { x: forward ? end.left : end.left + end.width, y: heightOf(call.to, end) };
  return { call, points: [first, ...passed, last] };
}

/** The calls within boxes; longer ones go further out. */
export function loopsOf(calls: readonly KnownCall[], boxes: readonly PlacedBox[]): readonly Loop[] {
  return calls.map((call) => {
    const box = boxOf(call.from, boxes);
    const same = calls.filter(({ from }) => placeOf(from) === box.id);
    const lengths = [...new Set(same.map((one) => lengthOf(one, box)))].sort((a, b) => a - b);
    return {
      call,
      x: box.left + box.loopsAt,
      from: heightOf(call.from, box),
      to: heightOf(call.to, box),
      depth: lengths.indexOf(lengthOf(call, box)) + 1,
    };
  });
}

function lengthOf({ from, to }: KnownCall, box: PlacedBox): number {
  return Math.abs(heightOf(from, box) - heightOf(to, box));
}

function boxOf(end: End, boxes: readonly PlacedBox[]): PlacedBox {
  const box = boxes.find(({ id }) => id === placeOf(end));
  if (box === undefined) throw new Error(`The picture has no box for ${end}.`);
  return box;
}

/** The height at which an arrow meets a row, or the title of a box. */
function heightOf(end: End, box: PlacedBox): number {
  const row = end === box.id ? undefined : box.rows.find((one) => one.end === end);
  return box.top + (row === undefined ? SIZES.titleHeight / 2 : row.top + row.height / 2);
}
