import { gzipSync } from "node:zlib";
import { directivesIn, documentIn, fileContent, jsonIn, streamIn, userData } from "../../../review/diff/embedded-text";

describe("a text", () => {
  it("of YAML or JSON is its document", () => {
    expect(documentIn("# comment\na: [1, two]\n")).toEqual({ a: [1, "two"] });
    expect(documentIn('{"a": 1}')).toEqual({ a: 1 });
  });

  it.each(["only words", "", "a: [1", "---\na: 1\n---\nb: 2\n"])(
    "that holds no single document is only itself: %j",
    (text) => {
      expect(documentIn(text)).toBeUndefined();
    },
  );

  it("of several documents is a list of them", () => {
    expect(streamIn("---\na: 1\n---\nb: 2\n")).toEqual([{ a: 1 }, { b: 2 }]);
    expect(streamIn("nothing")).toBeUndefined();
  });

  it("of JSON is its value, unless a plan doesn't show it", () => {
    expect(jsonIn(' [{"a":1}]')).toEqual([{ a: 1 }]);
    for (const text of ["[unknown]", "[secret]", "{", "12", "text"]) expect(jsonIn(text)).toBeUndefined();
  });

  it("of settings is a mapping, in which what occurs twice has a list", () => {
    expect(directivesIn("# note\nmaxmemory 14gb\n\n  save 3600 1\nsave 300 100\nappendonly\n")).toEqual({
      maxmemory: "14gb",
      save: ["3600 1", "300 100"],
      appendonly: "",
    });
  });

  it("of user data is unpacked", () => {
    const text = "kind: NodeConfig\n";
    expect(userData(Buffer.from(text).toString("base64"))).toBe(text);
    expect(userData(gzipSync(text).toString("base64"))).toBe(text);
    expect(userData("[unknown]")).toBeUndefined();
  });
});

describe("a file", () => {
  it.each([
    ["rules.yaml", "a: 1", { a: 1 }],
    ["rules.yml", "a: 1", { a: 1 }],
    ["board.json", '{"a":1}', { a: 1 }],
    ["redis.conf", "port 6379", { port: "6379" }],
    ["start.sh", "a: 1", undefined],
    ["README", "a: 1", undefined],
  ])("named %s", (name, text, content) => {
    expect(fileContent(name, text)).toEqual(content);
  });
});
