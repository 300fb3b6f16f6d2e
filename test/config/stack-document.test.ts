import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readStackDocument } from "../../config/stack-document";

const GOOD = readFileSync(resolve(__dirname, "../../Pulumi.prod.yaml"), "utf8");

const read = (text: string) => readStackDocument("Pulumi.prod.yaml", text);

/** The committed file with one of its texts replaced. */
function changed(from: string, to: string): string {
  if (!GOOD.includes(from)) {
    throw new Error(`the committed file does not hold ${from}`);
  }
  return GOOD.replace(from, to);
}

/** Line of the committed file, from 1, that holds a text. */
const lineOf = (part: string) => GOOD.split("\n").findIndex((line) => line.includes(part)) + 1;

describe("aliases", () => {
  it("of anchors before them stand for their values", () => {
    const { config, problems } = read("config:\n  a:b: &b { c: 1 }\n  a:d: *b\n  a:e:\n    <<: *b\n    f: [*b]\n");
    expect(problems).toEqual([]);
    expect(config).toEqual({ "a:b": { c: 1 }, "a:d": { c: 1 }, "a:e": { c: 1, f: [{ c: 1 }] } });
  });

  it("of no anchor are problems, each with its line", () => {
    const { config, problems } = read("config:\n  vantage:platform: *b\n  vantage:aws:\n    region: [*c]\n");
    expect(config).toBe(undefined);
    expect(problems).toEqual([
      {
        path: "vantage:platform",
        line: 2,
        column: 21,
        given: "the alias *b, which stands for nothing",
        allowed: "the alias of an anchor whose value ends before it",
        mend: "mark an earlier value with &b, or write the value itself; a text that begins with * needs quotes",
      },
      expect.objectContaining({
        path: "vantage:aws.region[0]",
        line: 4,
        given: "the alias *c, which stands for nothing",
      }),
    ]);
  });

  it("of a later anchor are problems too", () => {
    expect(read("config:\n  a:b: *c\n  a:d: &c 1\n").problems).toMatchObject([{ path: "a:b", line: 2 }]);
  });

  it("of the value that holds them are problems too", () => {
    expect(read("config:\n  a:b: 1\n  a:c: &c\n    d: [*c]\n").problems).toMatchObject([{ path: "a:c", line: 4 }]);
  });

  it.each([
    ["a merge of what is no mapping", "config:\n  a:b: &b 5\n  a:c:\n    <<: *b\n", 4],
    ["a key that is an alias of nothing", "config:\n  a:b: 1\n  *c : 2\n", 3],
  ])("%s is a problem, nothing is thrown", (_, text, line) => {
    const { config, problems } = read(text);
    expect(config).toBe(undefined);
    expect(problems).toMatchObject([{ path: "YAML", line, allowed: "a YAML 1.2 document" }]);
  });
});

describe("one syntax error", () => {
  it.each([
    ["a list that is not closed", changed("  vantage:aws:\n", "  vantage:aws: [\n"), [2, 4], lineOf("vantage:aws:")],
    ["a space too few", changed("    team:", "   team:"), [0], lineOf("    team:")],
    ["a quote that is not closed", changed('"123456789012"', '"123456789012'), [0], lineOf("account:")],
  ])("is not reported as many: %s", (_, text, linesAfter, line) => {
    const { config, problems } = read(text);
    expect(config).toBe(undefined);
    expect(problems.map((problem) => [problem.path, problem.line])).toEqual(
      linesAfter.map((after) => ["YAML", line + after]),
    );
  });

  it("is the first of its line, and three lines are enough", () => {
    const { problems } = read("config:\n  a: ]\n  b: } ]\n  c: ]\n  d: ]\n  e: ]\n");
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it("hides keys written twice and keys out of place, which may be its effects", () => {
    expect(read("a: 1\na: 2\nconfig: [\n").problems.map(({ path }) => path)).toEqual(["YAML"]);
  });
});
