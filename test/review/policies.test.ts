import type { Verdict } from "../../policies/evaluate";
import { RULES } from "../../policies/index";
import { verdictChanges } from "../../review/policies";

const [RULE] = RULES;
if (RULE === undefined) throw new Error("There are no rules.");
const rule = RULE;
const subject = { text: "aws:sqs/queue:Queue slow" };
const problem = { path: "name", message: "is long" };
const exemption = {
  rule: rule.id,
  stack: "prod",
  object: subject.text,
  owner: "orders",
  reason: "D1",
  until: "2027-06-30",
};

const VERDICTS = {
  nothing: [{ rule, subject, outcome: "pass" }],
  violation: [{ rule, subject, outcome: "violation", ...problem }],
  exempt: [{ rule, subject, outcome: "exempt", exemption, ...problem }],
} as const satisfies Record<string, readonly Verdict[]>;

test.each([
  ["nothing", "nothing", []],
  ["nothing", "violation", ["new"]],
  ["nothing", "exempt", ["exempted"]],
  ["violation", "nothing", ["fixed"]],
  ["violation", "violation", []],
  ["violation", "exempt", ["exempted"]],
  ["exempt", "nothing", ["fixed"]],
  ["exempt", "violation", ["new"]],
  ["exempt", "exempt", []],
] as const)("from %s to %s", (before, after, kinds) => {
  expect(verdictChanges(VERDICTS[before], VERDICTS[after]).map(({ kind }) => kind)).toEqual(kinds);
});

test("another message is another objection", () => {
  const other = [{ rule, subject, outcome: "violation", path: "name", message: "is longer" }] as const;
  expect(verdictChanges(VERDICTS.violation, other).map(({ kind, verdict }) => [kind, verdict.message])).toEqual([
    ["new", "is longer"],
    ["fixed", "is long"],
  ]);
});
