import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { committedExemptions } from "../../policies/exemption-file";
import { ExemptionError, readExemptions } from "../../policies/exemptions";
import { RULES } from "../../policies/index";

const GOOD = {
  rule: "a-rule",
  stack: "prod",
  object: "aws:sqs/queue:Queue slow",
  owner: "orders",
  reason: "D1",
  until: "2027-06-30",
};

function refusal(file: unknown): string {
  try {
    readExemptions(file, ["a-rule"], ["prod"]);
  } catch (error) {
    expect(error).toBeInstanceOf(ExemptionError);
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}

describe("exemptions", () => {
  it("are read", () => {
    expect(readExemptions({ exemptions: [GOOD] }, ["a-rule"], ["prod"])).toEqual([GOOD]);
    expect(readExemptions({ exemptions: [] }, [], [])).toEqual([]);
  });

  it.each([
    ["an empty file", null, /\(top\): .*object/],
    ["another key", { exemptions: [], more: 1 }, /more/],
    ["no owner", { exemptions: [{ ...GOOD, owner: undefined }] }, /exemptions\.0\.owner/],
    ["an empty reason", { exemptions: [{ ...GOOD, reason: "" }] }, /exemptions\.0\.reason/],
    ["no end", { exemptions: [{ ...GOOD, until: undefined }] }, /exemptions\.0\.until/],
    ["a day that isn't one", { exemptions: [{ ...GOOD, until: "2027-02-30" }] }, /exemptions\.0\.until/],
    ["a rule that isn't there", { exemptions: [{ ...GOOD, rule: "b" }] }, /exemptions\.0\.rule: there is no rule "b"/],
    [
      "a stack that isn't there",
      { exemptions: [{ ...GOOD, stack: "prdo" }] },
      /exemptions\.0\.stack: there is no stack "prdo"; there is prod/,
    ],
    ["the same twice", { exemptions: [GOOD, GOOD] }, /exemptions\.1: a second one of a-rule for aws:sqs/],
  ])("with %s are refused", (_what, file, message) => {
    expect(refusal(file)).toMatch(message);
  });

  it("report everything that is wrong at once", () => {
    const message = refusal({ exemptions: [{ ...GOOD, rule: "b" }, GOOD, GOOD] });
    expect(message.split("\n")).toHaveLength(3);
  });

  it("that are committed cite a decision that docs/decisions.md has", () => {
    const decisions = readFileSync(resolve(__dirname, "../../docs/decisions.md"), "utf8");
    const cited = committedExemptions(RULES.map(({ id }) => id)).map(
      ({ reason }) => /\(decision (\w+)\)$/.exec(reason)?.[1],
    );
    expect(cited.filter((id) => id === undefined || !decisions.includes(`\n**${id}. `))).toEqual([]);
    expect(cited.length).toBeGreaterThan(0);
  });

  it("that are committed can be read, and name rules that exist", () => {
    const rules = RULES.map(({ id }) => id);
    expect(committedExemptions(rules).filter(({ rule }) => !rules.includes(rule))).toEqual([]);
  });
});
