import * as fc from "fast-check";
import { neededHeight, stack } from "../../../../../review/page/architecture/systems/stacking";

const GAP = 10;
const thing = fc.record({
  height: fc.integer({ min: 1, max: 80 }),
  middle: fc.double({ min: 0, max: 1, noNaN: true }),
});
const column = fc.array(thing, { maxLength: 8 }).map((things) => [...things].sort((a, b) => a.middle - b.middle));

describe("a column", () => {
  it("has things where they should be, if there is room", () => {
    const things = [
      { height: 20, middle: 0.25 },
      { height: 20, middle: 0.75 },
    ];
    expect(stack(things, 200, GAP)).toEqual([40, 140]);
  });

  it("pushes things down that would be in others, and up from its end", () => {
    const things = [
      { height: 20, middle: 0.9 },
      { height: 20, middle: 0.9 },
    ];
    expect(stack(things, 100, GAP)).toEqual([50, 80]);
  });

  it("needs the heights and the gaps between", () => {
    expect(
      neededHeight(
        [
          { height: 20, middle: 0 },
          { height: 5, middle: 1 },
        ],
        GAP,
      ),
    ).toBe(35);
    expect(neededHeight([], GAP)).toBe(0);
  });

  it("keeps the order and the gaps, and stays inside, whatever is in it", () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 0, max: 200 }), (things, more) => {
        const space = neededHeight(things, GAP) + more;
        const tops = stack(things, space, GAP);
        things.forEach(({ height }, index) => {
          const top = tops[index] ?? -1;
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + height).toBeLessThanOrEqual(space);
          if (index + 1 < things.length) expect(tops[index + 1]).toBeGreaterThanOrEqual(top + height + GAP);
        });
      }),
    );
  });
});
