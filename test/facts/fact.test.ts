import { FactError, readFacts } from "../../facts/fact";

const GOOD = {
  id: "vpc-block",
  statement: "The VPC's block is 10.42.0.0/16.",
  source: { document: "000", section: "12", line: 1190 },
  plan: "aws:ec2/vpc:Vpc network-vpc > cidrBlock",
  value: "10.42.0.0/16",
};

function refusal(...rows: readonly object[]): string {
  try {
    readFacts({ facts: rows });
  } catch (error) {
    expect(error).toBeInstanceOf(FactError);
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}

describe("the table of facts", () => {
  it("is read", () => {
    expect(readFacts({ facts: [GOOD] })).toEqual([GOOD]);
  });

  it.each<
    [string, Partial<Record<keyof typeof GOOD | "manifest" | "decision" | "contradicts" | "more", unknown>>, RegExp]
  >([
    ["an id that is no name", { id: "VPC block" }, /VPC block id: /],
    ["no line", { source: { document: "000", section: "12" } }, /vpc-block source line: /],
    ["a document that isn't there", { source: { ...GOOD.source, document: "005" } }, /vpc-block source document: /],
    ["two selectors", { manifest: "x > y" }, /vpc-block: one of plan, manifest and printed, not several/],
    ["a selector without a value", { value: undefined }, /vpc-block: a selector needs the value that is there/],
    ["a value without a selector", { plan: undefined }, /vpc-block: a value needs the selector that finds it/],
    [
      "neither",
      { plan: undefined, value: undefined },
      /vpc-block: a selector with its value, a decision or a deviation/,
    ],
    [
      "a contradiction that nobody decided",
      { contradicts: { ...GOOD.source, says: "x" } },
      /vpc-block: a contradiction needs the decision/,
    ],
    ["a field of another name", { more: 1 }, /vpc-block: .*more/],
  ])("is refused with %s", (_what, change, message) => {
    expect(refusal({ ...GOOD, ...change })).toMatch(message);
  });

  it("is refused when it is empty, or has a name twice", () => {
    expect(refusal()).toMatch("docs/facts.yaml can't be read");
    expect(refusal(GOOD, GOOD)).toBe("docs/facts.yaml has two rows called vpc-block.");
  });
});
