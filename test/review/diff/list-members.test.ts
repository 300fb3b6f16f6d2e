import { paired } from "../../../review/diff/list-members";
import { json } from "../fixture";

const NAMES = { by: "keys", keys: ["name"] } as const;

/** Pairs of two lists, as `member: was -> is`. */
const pairsOf = (...[before, after, members]: Parameters<typeof paired>) =>
  paired(before, after, members).pairs.map(
    ({ member, was, is }) => `${member}: ${JSON.stringify(was)} -> ${JSON.stringify(is)}`,
  );

describe("members of two lists", () => {
  it("are told apart by their position where nothing else is known", () => {
    expect(pairsOf(["a", "b"], ["b"], undefined)).toEqual(['0: "a" -> "b"', '1: "b" -> undefined']);
  });

  it("are told apart by a key", () => {
    const [a, b] = [{ name: "a" }, { name: "b" }];
    expect(pairsOf([a, b], [b], NAMES)).toEqual([
      'name=a: {"name":"a"} -> undefined',
      'name=b: {"name":"b"} -> {"name":"b"}',
    ]);
  });

  it("say when only their order changed", () => {
    const [a, b, c] = [{ name: "a" }, { name: "b" }, { name: "c" }];
    expect(paired([a, b], [b, a], NAMES).reordered).toEqual({
      before: ["name=a", "name=b"],
      after: ["name=b", "name=a"],
    });
    // What comes or goes is no new order.
    expect(paired([a, b], [c, b], NAMES).reordered).toBeUndefined();
    expect(paired(["x", "y"], ["y", "x"], { by: "set" }).reordered).toEqual({ before: ["x", "y"], after: ["y", "x"] });
  });

  it("are told apart by several keys, of which one may have a default or another name", () => {
    const ports = { by: "keys", keys: ["containerPort", "protocol"], defaults: { protocol: "TCP" } } as const;
    expect(pairsOf([{ containerPort: 53 }], [{ containerPort: 53, protocol: "TCP" }], ports)).toEqual([
      'containerPort=53,protocol=TCP: {"containerPort":53} -> {"containerPort":53,"protocol":"TCP"}',
    ]);
    const rules = { by: "keys", keys: ["alert|record"] } as const;
    expect(pairsOf([{ alert: "A" }], [{ record: "A" }], rules)).toEqual([
      'alert=A: {"alert":"A"} -> undefined',
      'record=A: undefined -> {"record":"A"}',
    ]);
    expect(pairsOf([{ metadata: { name: "data" } }], [], { by: "keys", keys: ["metadata.name"] })).toHaveLength(1);
  });

  it.each([
    ["lacks its key", [{ name: "a" }, {}]],
    ["has the key of another", [{ name: "a" }, { name: "a", value: 1 }]],
    ["has no fields", [{ name: "a" }, "b"]],
  ])("are told apart by position when one %s, so that none is lost", (_what, list) => {
    expect(paired(json(list) as [], [], NAMES).pairs.map(({ member }) => member)).toEqual(["0", "1"]);
  });

  it("of a set fall out where they are equal, as often as both have them", () => {
    expect(pairsOf(["a", "b"], ["b", "c"], { by: "set" })).toEqual(['a: "a" -> undefined', 'c: undefined -> "c"']);
    expect(pairsOf(["?", "?"], ["?", "?", "?"], { by: "set" })).toEqual(['?: undefined -> "?"']);
  });

  it("of a set are taken for changed where as many mappings went as came", () => {
    const [a, b, c] = [{ key: "a" }, { key: "b" }, { key: "c" }];
    expect(pairsOf([a, b], [c, a], { by: "set" })).toEqual(['0: {"key":"b"} -> {"key":"c"}']);
    expect(pairsOf([a, b], [c], { by: "set" })).toEqual([
      '0: {"key":"a"} -> undefined',
      '1: {"key":"b"} -> undefined',
      '0: undefined -> {"key":"c"}',
    ]);
  });
});
