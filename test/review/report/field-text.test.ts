import { fieldText } from "../../../review/report/field-text";

const about = { path: "spec.replicas", class: "in place", reason: "" } as const;

test.each([
  [{ before: 3, after: 5 }, "spec.replicas: 3 → 5"],
  [{ after: "five" }, "spec.replicas: five, new"],
  [{ before: { a: [1, true, null] } }, 'spec.replicas: {"a":[1,true,null]}, gone'],
  [{ before: "a\nb", after: "" }, 'spec.replicas: "a\\nb" → '],
  [{ before: "x".repeat(120), after: "x".repeat(121) }, `spec.replicas: ${"x".repeat(120)} → (121 characters)`],
])("%j", (field, text) => {
  expect(fieldText({ ...about, ...field })).toBe(text);
});
