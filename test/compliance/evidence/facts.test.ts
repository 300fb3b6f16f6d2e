import { factPiece } from "../../../compliance/evidence/facts";
import type { Fact } from "../../../facts/fact";
import { resource } from "../../policies/estate-fixture";

const SOURCES = {
  resources: [resource("aws:cloudwatch/logGroup:LogGroup", "logs", { retentionInDays: 90 })],
  manifests: [],
  printed: [],
  decisions: new Set(["C6"]),
  deviations: new Set<string>(),
};
const FACT: Fact = {
  id: "log-days",
  statement: "Logs are kept for 90 days.",
  source: { document: "000", section: "4", line: 1 },
  plan: "aws:cloudwatch/logGroup:LogGroup logs > retentionInDays",
  value: 90,
};
const { plan, value: _, ...DECIDED } = { ...FACT, decision: "C6" };

describe("a documented fact", () => {
  it.each([
    ["is read back", FACT],
    ["is read back as decided", { ...FACT, decision: "C6" }],
  ])("shows its value where it %s", (_what, fact) => {
    expect(factPiece(fact, SOURCES)).toEqual({ outcome: "shown", subjects: [plan], says: "is 90" });
  });

  it.each<[string, Fact, string]>([
    ["is another value", { ...FACT, value: 30 }, `${plan} is 90, not 30`],
    ["isn't there", { ...FACT, plan: "a b > c" }, "nothing is at a b > c"],
    ["is decided and nothing is read", DECIDED, "is decided, and nothing is read back"],
  ])("shows nothing where it %s", (_what, fact, message) => {
    expect(factPiece(fact, SOURCES)).toEqual({ outcome: "missing", message });
  });
});
