import { applyDiff } from "./apply-diff";

const TEXT = "list:\n  - a\n  - b\nother:\n  - a\n";

test.each([
  ["adds lines", " list:\n+  - new\n", "list:\n  - new\n  - a\n  - b\nother:\n  - a\n"],
  ["takes lines away", " list:\n-  - a\n-  - b\n other:\n", "list:\nother:\n  - a\n"],
  ["replaces a line", "-  - b\n+  - $& c\n", "list:\n  - a\n  - $& c\nother:\n  - a\n"],
  ["changes several places", "   - b\n+  - c\n@@\n-other:\n+others:\n", "list:\n  - a\n  - b\n  - c\nothers:\n  - a\n"],
  ["adds behind the last line", " other:\n   - a\n+  - b\n", "list:\n  - a\n  - b\nother:\n  - a\n  - b\n"],
])("%s", (_, diff, result) => {
  expect(applyDiff(TEXT, diff)).toBe(result);
});

test.each([
  ["a place that isn't there", "   - c\n+  - d\n", "The file has 0 times"],
  ["a place that is there twice", "   - a\n+  - b\n", "The file has 2 times"],
  ["a place in the middle of a line", " - b\n+ - c\n", "The file has 0 times"],
  ["a place that nothing finds", "+list:\n", "has no line that finds it"],
  ["a place where nothing changes", " list:\n", "changes nothing"],
  ["a line without its sign", " list:\nnew\n", "begins with a blank, + or -: new"],
])("refuses %s", (_, diff, message) => {
  expect(() => applyDiff(TEXT, diff)).toThrow(message);
});
