import {
  hasUnknown,
  merged,
  revealed,
  SECRET_SIGNATURE,
  SIGNATURE_KEY,
  secret,
  textsAt,
  UNKNOWN,
  valuesAt,
  withoutSecrets,
} from "../../../sandbox/server/properties";

const ASSET = { [SIGNATURE_KEY]: "c44067f5952c0a294b673a41bacd8c17", text: "hello" };

test("unknowns and secrets have the marks of the engine's protocol", () => {
  expect(UNKNOWN).toBe("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
  expect(secret("s")).toEqual({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value: "s",
  });
  expect(SECRET_SIGNATURE).toBe("1b47061264138c4ac30d75fd1eb44270");
});

test("secrets are revealed at any depth, assets stay what they are", () => {
  const value = { a: secret({ b: [secret(1), "x"] }), c: ASSET };
  expect(withoutSecrets(value)).toEqual({ a: { b: [1, "x"] }, c: ASSET });
  expect(revealed(secret("s"))).toBe("s");
  expect(revealed(ASSET)).toBe(ASSET);
});

test("an unknown is found below lists, maps and secrets", () => {
  expect(hasUnknown({ a: [{ b: secret(UNKNOWN) }] })).toBe(true);
  expect(hasUnknown({ a: [{ b: secret("known") }] })).toBe(false);
});

test("a path looks through lists and leaves out what is absent, null or unknown", () => {
  const properties = { rules: [{ days: 1 }, { days: null }, { other: 2 }, { days: UNKNOWN }, { days: [3, 4] }] };
  expect(valuesAt(properties, "rules.days")).toEqual([1, 3, 4]);
  expect(valuesAt(properties, "rules.days.more")).toEqual([]);
  expect(textsAt({ a: ["x", 1, "y"] }, "a")).toEqual(["x", "y"]);
});

test("merging goes down maps, and the upper value wins", () => {
  expect(merged({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3] }, e: 2 })).toEqual({
    a: { b: 1, c: [3] },
    d: 1,
    e: 2,
  });
});
