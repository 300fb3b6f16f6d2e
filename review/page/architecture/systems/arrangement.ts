import { Graph, layout } from "@dagrejs/dagre";
import { placeOf } from "./calls/call";
import type { KnownCall } from "./calls/calls";
import { type MeasuredBox, SIZES } from "./geometry";
import type { Stacked } from "./stacking";

/** A place in a column: a box, or the lane of a call that passes between the boxes. */
export type Item = Stacked & ({ readonly box: MeasuredBox } | { readonly lane: KnownCall });

/** Which box is in which column, and in which order; callers are to the left of what they call. */
export type Columns = readonly (readonly Item[])[];

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Arranges boxes so that few arrows cross: dagre chooses columns, orders and what is beside what, in the same way each time. Its distances are left aside: they are twice what the boxes
 * need.
 */
export function arrange(boxes: readonly MeasuredBox[], calls: readonly KnownCall[]): Columns {
  const graph = new Graph({ directed: true, multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: SIZES.gap, ranksep: SIZES.columnGap, edgesep: SIZES.lane });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const call of calls) {
    graph.setEdge(placeOf(call.from), placeOf(call.to), { weight: call.kind === "traffic" ? 2 : 1 }, nameOf(call));
  }
  layout(graph);
  const { height: whole = 0 } = graph.graph() as { height?: number };
  const middle = (y: number) => (whole === 0 ? 0 : y / whole);
  const placed = boxes.map((box) => {
    const { x, y } = graph.node(box.id) as Point;
    return { x, y, item: { box, height: box.height, middle: middle(y) } };
  });
  const lanes = calls.flatMap((call) => {
    const { points } = graph.edge(placeOf(call.from), placeOf(call.to), nameOf(call)) as { points: readonly Point[] };
    return points.slice(1, -1).map(({ x, y }) => ({
      x,
      y,
      item: { lane: call, height: SIZES.lane, middle: middle(y) },
    }));
  });
  const centres = [...new Set(placed.map(({ x }) => Math.round(x)))].sort((a, b) => a - b);
  return centres.map((centre) =>
    [...placed, ...lanes]
      .filter(({ x }) => Math.abs(x - centre) <= 1)
      .sort((a, b) => a.y - b.y)
      .map(({ item }) => item),
  );
}

function nameOf({ from, to, kind }: KnownCall): string {
  return JSON.stringify([from, to, kind]);
}
