import { isTrue } from "../../policies/input-values";

test.each([
  [true, true],
  ["true", true],
  [false, false],
  ["false", false],
  [undefined, false],
])("%p is true: %p", (value, expected) => {
  expect(isTrue(value)).toBe(expected);
});
