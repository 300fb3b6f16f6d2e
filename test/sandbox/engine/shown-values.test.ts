import { shownMap, shownValue } from "../../../sandbox/engine/shown-values";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

test("plain values stay, keys are sorted at every depth, lists keep their order", () => {
  const shown = shownMap({ b: { d: 1, c: true }, a: ["z", "y", null] });
  expect(JSON.stringify(shown)).toBe('{"a":["z","y",null],"b":{"c":true,"d":1}}');
});

test.each([
  ["bool", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"],
  ["number", "3eeb2bf0-c639-47a8-9e75-3b44932eb421"],
  ["string", UNKNOWN_TEXT],
  ["list", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"],
  ["asset", "030794c1-ac77-496b-92df-f27374a8bd58"],
  ["archive", "e48ece36-62e2-4504-bad9-02848725956a"],
  ["map", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"],
])("an unknown %s is [unknown], also within a text", (_kind, mark) => {
  expect(shownValue(mark)).toBe("[unknown]");
  expect(shownValue(`https://${mark}/a/${mark}`)).toBe("https://[unknown]/a/[unknown]");
});

test("another UUID is a value like any other", () => {
  expect(shownValue("04da6b54-80e4-46f7-96ec-b56ff0331bff")).toBe("04da6b54-80e4-46f7-96ec-b56ff0331bff");
});

test("a secret shows nothing of its content, whatever form it has", () => {
  const secret = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270" };
  expect(shownValue({ ...secret, ciphertext: "v1:abc" })).toBe("[secret]");
  expect(shownValue([{ key: { ...secret, plaintext: '"1234"' } }])).toEqual([{ key: "[secret]" }]);
});

test("a reference is its URN, a file its hash without the path of a machine", () => {
  expect(shownValue({ [SIGNATURE]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:a", id: "1" })).toBe("urn:a");
  const asset = { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", hash: "beef", path: "/home/me/file" };
  expect(shownValue(asset)).toEqual({ hash: "beef" });
});
