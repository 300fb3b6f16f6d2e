import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import {
  AcknowledgementError,
  newAcknowledgements,
  readAcknowledgements,
  unacknowledged,
  unusedAcknowledgements,
} from "../../review/acknowledgements";
import type { Change, ChangeClass } from "../../review/change";

const GOOD = {
  stack: "prod",
  thing: "kafka.strimzi.io/KafkaTopic kafka-prod/clicks",
  class: "data loss",
  owner: "analytics",
  reason: "nobody reads it any more (ANA-12)",
} as const;

function change(is: ChangeClass, guarded = true, name: string = GOOD.thing): Change {
  const thing = { side: "manifests", name, type: "kafka.strimzi.io/KafkaTopic", protected: guarded } as const;
  return { thing, operation: "changed", fields: [], class: is, reason: "because" };
}

function refusal(file: unknown): string {
  try {
    readAcknowledgements(file);
  } catch (error) {
    expect(error).toBeInstanceOf(AcknowledgementError);
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}

describe("acknowledgements", () => {
  it("are read", () => {
    expect(readAcknowledgements({ acknowledgements: [GOOD] })).toEqual([GOOD]);
  });

  it.each([
    ["an empty file", null, /\(top\): .*object/],
    ["another key", { acknowledgements: [], more: 1 }, /more/],
    ["no owner", { acknowledgements: [{ ...GOOD, owner: undefined }] }, /acknowledgements\.0\.owner/],
    ["an empty reason", { acknowledgements: [{ ...GOOD, reason: "" }] }, /acknowledgements\.0\.reason/],
    ["a class that needs none", { acknowledgements: [{ ...GOOD, class: "rolling" }] }, /acknowledgements\.0\.class/],
    ["the same twice", { acknowledgements: [GOOD, GOOD] }, /acknowledgements\.1: the same as an earlier one/],
  ])("with %s are refused", (_what, file, message) => {
    expect(refusal(file)).toMatch(message);
  });

  it("that are committed can be read", () => {
    const file = resolve(__dirname, "../../review/acknowledged.yaml");
    expect(readAcknowledgements(parse(readFileSync(file, "utf8")))).toEqual([]);
  });
});

describe("a change brings along", () => {
  it("the entries of its stack that weren't there before", () => {
    const [other, again] = [
      { ...GOOD, stack: "sre-lab" },
      { ...GOOD, reason: "once more (ANA-13)" },
    ];
    expect(newAcknowledgements("prod", [GOOD], [GOOD, other, again])).toEqual([again]);
    expect(newAcknowledgements("prod", [GOOD], [])).toEqual([]);
  });
});

describe("a change of something protected", () => {
  it.each(["replacement", "data loss"] as const)("needs an entry for %s, of exactly that thing and class", (is) => {
    const entry = { ...GOOD, class: is };
    expect(unacknowledged([change(is)], [entry])).toEqual([]);
    expect(unacknowledged([change(is)], [])).toEqual([change(is)]);
    expect(unacknowledged([change(is)], [{ ...entry, thing: `${GOOD.thing}s` }])).toEqual([change(is)]);
  });

  it("isn't acknowledged by an entry of a lesser, or of a worse class", () => {
    expect(unacknowledged([change("data loss")], [{ ...GOOD, class: "replacement" }])).toHaveLength(1);
    expect(unacknowledged([change("replacement")], [GOOD])).toHaveLength(1);
  });

  it.each(["no effect", "in place", "rolling"] as const)("needs none for %s", (is) => {
    expect(unacknowledged([change(is)], [])).toEqual([]);
  });

  it("needs none when it isn't protected", () => {
    expect(unacknowledged([change("data loss", false)], [])).toEqual([]);
  });
});

describe("an entry", () => {
  it("is used by the change that it names", () => {
    expect(unusedAcknowledgements([change("data loss")], [GOOD])).toEqual([]);
  });

  it.each([
    ["there is no change", []],
    ["the change is of another thing", [change("data loss", true, "Namespace orders")]],
    ["the change is of another class", [change("replacement")]],
    ["the thing isn't protected", [change("data loss", false)]],
  ])("is unused when %s", (_what, changes) => {
    expect(unusedAcknowledgements(changes, [GOOD])).toEqual([GOOD]);
  });
});
