import * as fc from "fast-check";
import { Quantity } from "../../../config/units/quantity";

describe("Quantity", () => {
  it.each([
    ["500m", 0.5, 500],
    ["2", 2, 2_000],
    ["0.1", 0.1, 100],
    ["1.001", 1.001, 1_001],
    ["1k", 1_000, 1_000_000],
    ["1Ki", 1_024, 1_024_000],
    ["100Mi", 104_857_600, 104_857_600_000],
    ["1.5Gi", 1_610_612_736, 1_610_612_736_000],
    ["1T", 1e12, 1e15],
  ])("%s is %d, or %d thousandths", (text, value, milli) => {
    expect(Quantity.parse(text).value).toBe(value);
    expect(Quantity.parse(text).milli).toBe(milli);
    expect(`${Quantity.parse(text)}`).toBe(text);
  });

  it("gives whole GiB and nothing rounded", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 16_384 }), (gib) => Quantity.parse(`${gib}Gi`).gibibytes === gib));
    expect(Quantity.parse("2048Mi").gibibytes).toBe(2);
    expect(() => Quantity.parse("200G").gibibytes).toThrow(new RangeError("200G is not a whole number of GiB"));
  });

  it.each(["", "Gi", "1 Gi", "-1", "1e3", "1g", "1.2345", "1GB"])("refuses %j", (text) => {
    expect(() => Quantity.parse(text)).toThrow(RangeError);
  });
});
