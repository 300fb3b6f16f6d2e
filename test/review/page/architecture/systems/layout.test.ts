import { join } from "node:path";
import { manifestsIn } from "../../../../../policies/manifests";
import type { Box } from "../../../../../review/page/architecture/systems/box";
import { systemsOf } from "../../../../../review/page/architecture/systems/boxes";
import { callsOf, type KnownCall } from "../../../../../review/page/architecture/systems/calls/calls";
import { drawing } from "../../../../../review/page/architecture/systems/drawing";
import { type Layout, layOut } from "../../../../../review/page/architecture/systems/layout";
import { worldOf } from "../../../../../review/page/architecture/systems/world";

const box = (id: string, rows: readonly string[] = []): Box => ({
  id,
  title: id,
  subtitle: "",
  rows: rows.map((name) => ({ end: `${id}/${name}`, name, detail: "" })),
  inCluster: true,
});
const call = (from: string, to: string): KnownCall => ({ from, to, kind: "traffic", ports: [], sources: [] });

/** Whether two boxes of a picture share a point. */
function overlaps({ boxes }: Layout): readonly string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.left + other.width &&
          other.left < one.left + one.width &&
          one.top < other.top + other.height &&
          other.top < one.top + one.height,
      )
      .map((other) => `${one.id} and ${other.id}`),
  );
}

describe("the layout of systems", () => {
  const chain = layOut({
    boxes: [box("a"), box("b", ["x", "y"]), box("c")],
    calls: [call("a", "b/x"), call("b/y", "c"), call("a", "c"), call("b/x", "b/y")],
    silent: [],
  });
  const of = (id: string) => chain.boxes.find((one) => one.id === id);

  it("has callers to the left of what they call, in columns", () => {
    const lefts = ["a", "b", "c"].map((id) => of(id)?.left ?? -1);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    expect(new Set(lefts).size).toBe(3);
  });

  it("has arrows from edge to edge, at the heights of rows", () => {
    const [a, b] = [of("a"), of("b")];
    const points = chain.arrows.find((arrow) => arrow.call.to === "b/x")?.points;
    expect(points?.[0]).toEqual({ x: (a?.left ?? 0) + (a?.width ?? 0), y: (a?.top ?? 0) + 15 });
    expect(points?.at(-1)).toEqual({ x: b?.left, y: (b?.top ?? 0) + 30 + 11 });
  });

  it("leads an arrow past a column on a lane of its own", () => {
    const b = of("b");
    const points = chain.arrows.find((arrow) => arrow.call.from === "a" && arrow.call.to === "c")?.points ?? [];
    expect(points).toHaveLength(4);
    const [, enter, leave] = points;
    expect(enter?.y).toBe(leave?.y);
    const inside = (enter?.y ?? 0) > (b?.top ?? 0) && (enter?.y ?? 0) < (b?.top ?? 0) + (b?.height ?? 0);
    expect(inside).toBe(false);
  });

  it("has calls within a box beside its rows, inside of it", () => {
    const [loop, ...more] = chain.loops;
    const b = of("b");
    expect(more).toEqual([]);
    expect(loop?.x).toBe((b?.left ?? 0) + (b?.loopsAt ?? 0));
    expect(loop?.depth).toBe(1);
    expect([loop?.from, loop?.to]).toEqual([(b?.top ?? 0) + 41, (b?.top ?? 0) + 63]);
  });

  it("draws an arrow backwards where systems call each other", () => {
    const round = layOut({ boxes: [box("a"), box("b")], calls: [call("a", "b"), call("b", "a")], silent: [] });
    expect(round.arrows.map(({ points }) => (points.at(-1)?.x ?? 0) > (points[0]?.x ?? 0))).toEqual([true, false]);
  });

  it("is empty for nothing", () => {
    expect(layOut({ boxes: [], calls: [], silent: [] })).toMatchObject({ width: 2, height: 4, boxes: [] });
  });
});

describe("prod's systems", () => {
  const world = worldOf([], manifestsIn(join(__dirname, "../../../../../manifests/prod")));
  const systems = systemsOf(world, callsOf(world), new Map());
  const layout = layOut(systems);

  it("are boxes that don't overlap, inside of the picture", () => {
    expect(layout.boxes.length).toBeGreaterThan(8);
    expect(overlaps(layout)).toEqual([]);
    for (const { left, top, width, height } of layout.boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(layout.width);
      expect(top + height).toBeLessThanOrEqual(layout.height);
    }
  });

  it("are laid out the same way each time", () => {
    expect(drawing(layOut(systems)).text).toBe(drawing(layout).text);
  });

  it("say on each arrow who calls whom", () => {
    expect(drawing(layout).text).toContain(
      "<title>api-gateway calls redis-prod/redis-prod-sessions, port 6379</title>",
    );
  });
});
