import { InvalidDocument, validate } from "../../../compliance/oscal/validate";

const SCHEMA = {
  type: "object",
  required: ["name"],
  properties: { name: { type: "string", pattern: "^\\p{L}+$" }, at: { type: "string", format: "date-time" } },
  additionalProperties: false,
};

test("what the schema allows is accepted", () => {
  expect(() => validate({ name: "é", at: "2026-11-21T20:25:08Z" }, SCHEMA)).not.toThrow();
});

test("everything that is wrong is told, with its place", () => {
  const problems = [
    "The document isn't what OSCAL's schema allows:",
    "  / must NOT have additional properties: more",
    '  /name must match pattern "^\\p{L}+$"',
    '  /at must match format "date-time"',
  ];
  const wrong = () => validate({ name: "1", at: "today", more: 1 }, SCHEMA);
  expect(wrong).toThrow(InvalidDocument);
  expect(wrong).toThrow(new Error(problems.join("\n")));
});
