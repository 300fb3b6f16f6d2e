import { amountsOf, cpuText, memoryText, sumOf, times } from "../../../config/derived/resource-amounts";
import { Quantity } from "../../../config/units/quantity";

const GIB = 2 ** 30;

test.each([
  [0, "0"],
  [2_000, "2"],
  [65_000, "65"],
  [12_300, "12300m"],
])("%d thousandths of a core are written %s", (milli, text) => {
  expect(cpuText(milli)).toBe(text);
});

test.each([
  [0, "0"],
  [6 * GIB, "6Gi"],
  [1.5 * GIB, "1536Mi"],
  [130_816 * 2 ** 20, "130816Mi"],
  [2 ** 40, "1024Gi"],
  [1_025, "1025"],
])("%d bytes are written %s", (bytes, text) => {
  expect(memoryText(bytes)).toBe(text);
  expect(Quantity.parse(memoryText(bytes)).value).toBe(bytes);
});

test("amounts are read, multiplied and added up", () => {
  const one = amountsOf({ cpu: Quantity.parse("1500m"), memory: Quantity.parse("3Gi") });
  expect(one).toEqual({ cpuMilli: 1_500, memoryBytes: 3 * GIB });
  expect(sumOf([one, times(one, 2)])).toEqual({ cpuMilli: 4_500, memoryBytes: 9 * GIB });
  expect(sumOf([])).toEqual({ cpuMilli: 0, memoryBytes: 0 });
});
