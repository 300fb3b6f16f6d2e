import { warningTexts } from "./api-transport";

test("reads every warning of an answer, unquoted", () => {
  const headers = ["Content-Type", "application/json", "Warning", '299 - "old"', "warning", '299 - "a \\"b\\" \\\\ c"'];
  expect(warningTexts(headers)).toEqual(["old", 'a "b" \\ c']);
});

test("an answer without one has none", () => {
  expect(warningTexts(["Audit-Id", 'warning "x"'])).toEqual([]);
});
