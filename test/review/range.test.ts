import { always, differenceOf, eachOf, isSameRange, rounded, roundedTo, sumOfRanges } from "../../review/range";

const RANGE = { minimum: 1, typical: 2, maximum: 5 };

test("ranges are added, compared and changed amount by amount", () => {
  expect(sumOfRanges([RANGE, always(3)])).toEqual({ minimum: 4, typical: 5, maximum: 8 });
  expect(sumOfRanges([])).toEqual(always(0));
  expect(differenceOf(always(2), RANGE)).toEqual({ minimum: -1, typical: 0, maximum: 3 });
  expect(eachOf(RANGE, (amount) => amount * 2)).toEqual({ minimum: 2, typical: 4, maximum: 10 });
  expect(isSameRange(RANGE, { ...RANGE })).toBe(true);
  for (const part of ["minimum", "typical", "maximum"] as const) {
    expect(isSameRange(RANGE, { ...RANGE, [part]: 9 })).toBe(false);
  }
});

test("rounding takes crumbs away and leaves no negative nothing", () => {
  expect(rounded(always(0.1 + 0.2), 2)).toEqual(always(0.3));
  expect(Object.is(roundedTo(-0.001, 2), 0)).toBe(true);
  expect(roundedTo(-1.006, 2)).toBe(-1.01);
});
