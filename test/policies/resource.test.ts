import { readable, resourceText, Unreadable } from "../../policies/resource";
import { resource } from "./estate-fixture";

const inputs = readable(
  resource("aws:x/y:Z", "one", {
    known: "value",
    list: [1, { deep: "[unknown]" }],
    secret: "[secret]",
    text: "arn:[unknown]:key",
    none: null,
  }),
).inputs as Readonly<Record<string, unknown>>;

describe("a readable resource", () => {
  it("gives what is known as it is", () => {
    expect([inputs.known, inputs.none, inputs.missing, (inputs.list as unknown[])[0]]).toEqual([
      "value",
      null,
      undefined,
      1,
    ]);
    expect(Object.keys(inputs)).toEqual(["known", "list", "secret", "text", "none"]);
    expect(Array.isArray(inputs.list)).toBe(true);
  });

  it.each([
    ["a secret", () => inputs.secret, "secret is secret"],
    ["an unknown", () => (inputs.list as { deep: string }[])[1]?.deep, "list[1].deep is unknown before it is created"],
    ["a text that holds an unknown", () => inputs.text, "text is unknown before it is created"],
    [
      "a list that holds one, printed",
      () => JSON.stringify(inputs.list),
      "list[1].deep is unknown before it is created",
    ],
  ])("gives no placeholder for %s", (_what, read, message) => {
    expect(read).toThrow(Unreadable);
    expect(read).toThrow(message);
  });

  it("is named by type and name", () => {
    expect(resourceText(resource("aws:x/y:Z", "one", {}))).toBe("aws:x/y:Z one");
  });
});
