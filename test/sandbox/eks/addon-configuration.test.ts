import { addonConfiguration } from "../../../sandbox/eks/addon-configuration";

test("keys are sorted at every level, lists keep their order", () => {
  expect(addonConfiguration({ b: [{ z: 1, y: 2 }, 3, null], a: { d: "x", c: true } })).toBe(
    '{"a":{"c":true,"d":"x"},"b":[{"y":2,"z":1},3,null]}',
  );
});

test("no values make no configuration, and empty ones an empty object", () => {
  expect(addonConfiguration(undefined)).toBeUndefined();
  expect(addonConfiguration({})).toBe("{}");
});
