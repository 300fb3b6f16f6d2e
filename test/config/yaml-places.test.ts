import { parseLocatedYaml } from "../../config/yaml-places";

const TEXT = `# heading
config:
  a:
    flow: { x: 1, y: [2, 3] }
    text: "1.29"
  b: &anchor
    deep: yes
  c: *anchor
`;

describe("places in a YAML text", () => {
  const { content, locate, repeated, errors } = parseLocatedYaml(TEXT);

  it("come with its values", () => {
    expect(content).toEqual({
      config: { a: { flow: { x: 1, y: [2, 3] }, text: "1.29" }, b: { deep: "yes" }, c: { deep: "yes" } },
    });
    expect([...repeated, ...errors]).toEqual([]);
  });

  it.each([
    [["config", "a", "text"], undefined, 5, 11],
    [["config", "a", "text"], "key" as const, 5, 5],
    [["config", "a", "flow", "y", 1], undefined, 4, 26],
    [["config", "a"], undefined, 3, 3],
    [["config", "b", "deep"], undefined, 7, 11],
  ])("of %j (%s): line %d, column %d", (path, on, line, column) => {
    expect(locate(path, on)).toEqual({ line, column });
  });

  it.each([
    [["config", "a", "missing", "deeper"], 3, 3],
    [["config", "c", "deep"], 8, 3],
    [["nowhere"], 1, 1],
  ])("of what is not there are the nearest parent's: %j", (path, line, column) => {
    expect(locate(path)).toEqual({ line, column });
  });
});

describe("a broken YAML text", () => {
  it("has every mistake placed, and no values", () => {
    const { content, errors } = parseLocatedYaml('a: [1, 2\nb: "x\n');
    expect(content).toBeUndefined();
    expect(errors.map(({ place }) => place.line)).toEqual([2, 3]);
  });

  it("that only repeats keys has values, and both places", () => {
    const { content, repeated } = parseLocatedYaml("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n");
    expect(content).toEqual({ a: 3, b: { c: 2 } });
    expect(repeated).toEqual([
      { path: ["b", "c"], place: { line: 4, column: 3 }, first: { line: 3, column: 3 } },
      { path: ["a"], place: { line: 5, column: 1 }, first: { line: 1, column: 1 } },
    ]);
  });
});
