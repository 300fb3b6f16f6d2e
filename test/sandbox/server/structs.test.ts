import { secret, UNKNOWN } from "../../../sandbox/server/properties";
import { decodedConfig, fromStruct, toStruct } from "../../../sandbox/server/structs";

test("unknowns, secrets and nulls survive the way there and back", () => {
  const properties = { a: UNKNOWN, b: secret({ c: [1, null, true] }), d: "text" };
  expect(fromStruct(toStruct(properties))).toEqual(properties);
});

test("an absent struct is an empty map", () => {
  expect(fromStruct(undefined)).toEqual({});
});

test("configuration arrives decoded and revealed", () => {
  const config = { region: "x", defaultTags: '{"tags":{"env":"t"}}', token: secret("hidden"), odd: "{not json" };
  expect(decodedConfig(config)).toEqual({
    region: "x",
    defaultTags: { tags: { env: "t" } },
    token: "hidden",
    odd: "{not json",
  });
});
