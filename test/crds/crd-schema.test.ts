import { crdCheck } from "./crd-schema";

const WIDGET = `
spec:
  versions:
    - name: v1
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [size]
              properties:
                size: { type: integer, minimum: 1 }
                labels: { type: object, additionalProperties: { type: string } }
                parts: { type: array, items: { type: object, properties: { name: { type: string } } } }
                free: { type: object, x-kubernetes-preserve-unknown-fields: true, properties: { a: { type: string } } }
`;
const check = crdCheck(WIDGET, "v1");
const good = { spec: { size: 1, labels: { any: "x" }, parts: [{ name: "a" }], free: { b: 1 } } };

test("admits an object that fits", () => {
  expect(check(good)).toEqual([]);
});

test.each([
  ["a missing field", { spec: {} }, "/spec must have required property 'size'"],
  ["a value out of range", { spec: { size: 0 } }, "/spec/size must be >= 1"],
  ["an unknown field", { spec: { size: 1, colour: "red" } }, "/spec must NOT have additional properties: colour"],
  [
    "an unknown field in a list",
    { spec: { size: 1, parts: [{ nam: "a" }] } },
    "/spec/parts/0 must NOT have additional properties: nam",
  ],
  ["a map value of another type", { spec: { size: 1, labels: { any: 1 } } }, "/spec/labels/any must be string"],
])("refuses %s", (_, object, problem) => {
  expect(check(object)).toEqual([problem]);
});

test("refuses a version that the definition does not serve", () => {
  expect(() => crdCheck(WIDGET, "v2")).toThrow("does not serve version v2");
});
