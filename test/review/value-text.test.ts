import { fieldFromTo, fromTo } from "../../review/classes/amounts";
import { LONGEST_VALUE, valueText } from "../../review/value-text";

test.each([
  ["a text", "five", "five"],
  ["a text of lines", "a\nb", '"a\\nb"'],
  ["anything else", { a: [1, true, null] }, '{"a":[1,true,null]}'],
  ["the longest", "x".repeat(LONGEST_VALUE), "x".repeat(LONGEST_VALUE)],
  ["a longer one", "x".repeat(LONGEST_VALUE + 1), "(121 characters)"],
])("%s is shown", (_what, value, text) => {
  expect(valueText(value)).toBe(text);
});

test("a reason doesn't grow with its values", () => {
  const change = { path: ["spec", "rules"], after: Array.from({ length: 5000 }, (_, index) => ({ index })) };
  expect(fromTo(change)).toMatch(/^from nothing to \([\d,]+ characters\)$/);
  expect(fieldFromTo({ ...change, before: 1 })).toMatch(/^rules from 1 to \(/);
});
