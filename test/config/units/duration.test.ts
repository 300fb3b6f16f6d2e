import * as fc from "fast-check";
import { Duration } from "../../../config/units/duration";

const counts = fc.integer({ min: 0, max: 999_999 });

describe("Duration", () => {
  it("counts seconds, and keeps its spelling", () => {
    const units = { s: 1, m: 60, h: 3_600, d: 86_400 };
    fc.assert(
      fc.property(counts, fc.constantFrom(...(["s", "m", "h", "d"] as const)), (count, unit) => {
        const duration = Duration.parse(`${count}${unit}`);
        expect(duration.seconds).toBe(count * units[unit]);
        expect(JSON.stringify({ duration })).toBe(`{"duration":"${count}${unit}"}`);
      }),
    );
  });

  it("never rounds a conversion", () => {
    fc.assert(
      fc.property(counts, (count) => {
        expect(Duration.parse(`${count}d`).days).toBe(count);
        expect(Duration.parse(`${count}d`).hours).toBe(count * 24);
      }),
    );
    expect(() => Duration.parse("36h").days).toThrow(new RangeError("36h is not a whole number of days"));
    expect(() => Duration.parse("90m").hours).toThrow(new RangeError("90m is not a whole number of hours"));
  });

  it.each(["", "5", "s", "1.5h", "1h30m", "-1s", "5 s", "1w", "1000000s"])("refuses %j", (text) => {
    expect(() => Duration.parse(text)).toThrow(RangeError);
  });
});
