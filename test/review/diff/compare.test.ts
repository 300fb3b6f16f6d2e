import * as fc from "fast-check";
import { differences, inside, type Reading } from "../../../review/diff/compare";
import { diffPathText } from "../../../review/diff/diff-path";
import { json } from "../fixture";

const PLAIN: Reading = { list: () => undefined, same: () => undefined, open: () => undefined };

/** Differences of two values, each as its path and its sides. */
const between = (before: unknown, after: unknown, reading: Partial<Reading> = {}) =>
  differences(json(before), json(after), { ...PLAIN, ...reading }).map(({ path, ...rest }) => [
    diffPathText(path),
    rest,
  ]);

describe("a comparison", () => {
  it("finds values that come, change and go, at the greatest depth", () => {
    expect(between({ a: { b: 1, c: 2 }, d: [1, 2] }, { a: { b: 1, c: 3 }, d: [1], e: { f: 1 } })).toEqual([
      ["a.c", { before: 2, after: 3 }],
      ["d[1]", { before: 2 }],
      ["e", { after: { f: 1 } }],
    ]);
  });

  it("finds nothing where only the order of keys differs, or what has no value", () => {
    expect(between({ a: 1, b: { c: null } }, { b: {}, a: 1 })).toEqual([]);
    expect(between({ a: null }, {})).toEqual([]);
  });

  it("tells an empty mapping or list from none", () => {
    expect(between({ emptyDir: {} }, {})).toEqual([["emptyDir", { before: {} }]]);
    expect(between({}, { egress: [] })).toEqual([["egress", { after: [] }]]);
  });

  it("tells values of different kinds apart", () => {
    expect(between({ a: 1 }, { a: "1" })).toEqual([["a", { before: 1, after: "1" }]]);
    expect(between({ a: [1] }, { a: { b: 1 } })).toEqual([["a", { before: [1], after: { b: 1 } }]]);
  });

  it("says why two texts mean the same", () => {
    expect(between({ a: "1000m" }, { a: "1" }, { same: () => "the same" })).toEqual([
      ["a", { before: "1000m", after: "1", same: "the same" }],
    ]);
  });

  it("takes a text alone for a list of one, where the other side has a list", () => {
    const list = () => ({ by: "set", alone: true }) as const;
    expect(between({ a: "x" }, { a: ["x"] }, { list })).toEqual([]);
    expect(between({ a: "x" }, { a: ["x", "y"] }, { list })).toEqual([["a[y]", { after: "y" }]]);
    expect(between({ a: "x" }, { a: "y" }, { list })).toEqual([["a", { before: "x", after: "y" }]]);
  });

  it("looks into texts that hold a document", () => {
    const open = (_: readonly string[], text: string) => json(JSON.parse(text));
    expect(between({ a: '{"b":1,"c":"{}"}' }, { a: '{"b":2,"c":"[]"}' }, { open })).toEqual([
      ["a.b", { before: 1, after: 2 }],
      // A text in a text stays one.
      ["a.c", { before: "{}", after: "[]" }],
    ]);
    expect(between({ a: '{"b":1}' }, { a: '{ "b": 1 }' }, { open })).toEqual([
      ["a", { before: '{"b":1}', after: '{ "b": 1 }', same: "the same content, written otherwise" }],
    ]);
  });

  it("says when only the order of a list changed", () => {
    expect(between({ a: ["x", "y"] }, { a: ["y", "x"] }, { list: () => ({ by: "set" }) })).toEqual([
      ["a", { before: ["x", "y"], after: ["y", "x"], order: true }],
    ]);
  });
});

describe("what comes or goes as a whole", () => {
  const within = (difference: object, reading: Partial<Reading> = {}) =>
    inside({ path: ["a"], ...difference }, { ...PLAIN, ...reading }).map(({ path, ...rest }) => [
      diffPathText(path),
      rest,
    ]);

  it("has parts", () => {
    expect(within({ after: { b: { c: [1] }, d: "x" } })).toEqual([
      ["a.b", { after: { c: [1] } }],
      ["a.d", { after: "x" }],
    ]);
    expect(within({ before: ["x"] }, { list: () => ({ by: "set" }) })).toEqual([["a[x]", { before: "x" }]]);
  });

  it("is looked into where it is a document, and says what means the same", () => {
    const same = (keys: readonly string[]) => (keys.at(-1) === "b" ? "the same" : undefined);
    expect(within({ after: '{"b":1}' }, { open: (_, text) => json(JSON.parse(text)), same })).toEqual([
      ["a.b", { after: 1, same: "the same" }],
    ]);
  });

  it("has none where it is one value, or only changed", () => {
    expect(within({ after: "x" })).toEqual([]);
    expect(within({ before: { b: 1 }, after: [1] })).toEqual([]);
    expect(within({ after: {} })).toEqual([]);
    expect(within({ after: { b: 1 }, same: "the same" })).toEqual([]);
  });
});

describe("any comparison", () => {
  it("finds nothing between a value and itself", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => between(value, JSON.parse(JSON.stringify(value))).length === 0));
  });

  it("finds the same paths in both directions, with the sides exchanged", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const there = differences(json(one), json(other), PLAIN);
        const back = differences(json(other), json(one), PLAIN);
        const turned = back.map(({ path, before, after }) => [path, after, before]);
        expect(there.map(({ path, before, after }) => [path, before, after])).toEqual(turned);
      }),
    );
  });
});
