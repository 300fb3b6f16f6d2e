import type { Estate } from "../../policies/estate";
import { evaluate, holds } from "../../policies/evaluate";
import type { Exemption } from "../../policies/exemptions";
import { type Enforcement, type Problem, type Rule, resourceRule } from "../../policies/rule";
import { estateOf, resource } from "./estate-fixture";

const QUEUE = "aws:sqs/queue:Queue";
function rule(id: string, find: (delay: unknown) => readonly Problem[], enforcement: Enforcement = "mandatory"): Rule {
  const description = { id, title: id, severity: "low", enforcement, why: "w", remediation: "r", link: "l" } as const;
  return resourceRule<{ delaySeconds: number }>(description, {
    types: [QUEUE],
    check: ({ inputs }) => find(inputs.delaySeconds),
  });
}

/** Objects to every delay. */
const noDelay = rule("no-delay", (delay) => (delay === 0 ? [] : [{ path: "delaySeconds", message: `is ${delay}` }]));
const advice = rule("advice", () => [{ path: "", message: "consider it" }], "advisory");

const fast = resource(QUEUE, "fast", { delaySeconds: 0 });
const slow = resource(QUEUE, "slow", { delaySeconds: 9 });
const later = resource(QUEUE, "later", { delaySeconds: "[unknown]" });

function exemption(more: Partial<Exemption> = {}): Exemption {
  return {
    rule: "no-delay",
    stack: "prod",
    object: `${QUEUE} slow`,
    owner: "orders",
    reason: "D1",
    until: "2027-06-30",
    ...more,
  };
}

const estate = (...resources: ReturnType<typeof resource>[]): Estate => estateOf({ resources, objects: [] });

function judged(on: Estate, exemptions: readonly Exemption[] = [], rules: readonly Rule[] = [noDelay]) {
  const evaluation = evaluate(on, { rules, exemptions });
  return {
    outcomes: evaluation.verdicts.map(({ subject, outcome }) => `${subject.text.split(" ")[1]}: ${outcome}`),
    notes: evaluation.exemptions.map(({ kind, message }) => `${kind}: ${message}`),
    holds: holds(evaluation),
  };
}

describe("evaluate", () => {
  it("gives each resource its verdict", () => {
    expect(judged(estate(fast, slow, later))).toEqual({
      outcomes: ["fast: pass", "slow: violation", "later: not evaluated"],
      notes: [],
      holds: false,
    });
  });

  it("holds when something could not be evaluated: that is told, and neither pass nor violation", () => {
    expect(judged(estate(fast, later)).holds).toBe(true);
  });

  it("holds when only advice is violated", () => {
    expect(judged(estate(fast), [], [advice])).toEqual({ outcomes: ["fast: violation"], notes: [], holds: true });
  });

  it("lets through what is exempt, of one rule and one object", () => {
    expect(judged(estate(slow), [exemption()])).toEqual({ outcomes: ["slow: exempt"], notes: [], holds: true });
    expect(judged(estate(slow), [exemption({ object: `${QUEUE} fast` })]).outcomes).toEqual(["slow: violation"]);
  });

  it("takes no notice of another stack's exemptions", () => {
    expect(judged(estate(slow), [exemption({ stack: "sre-lab" })])).toEqual({
      outcomes: ["slow: violation"],
      notes: [],
      holds: false,
    });
  });

  it.each([
    [
      "2026-11-21",
      "exempt",
      ["ending: the exemption of aws:sqs/queue:Queue slow from no-delay ends in 0 days, on 2026-11-21 (owner orders)"],
      true,
    ],
    [
      "2026-11-20",
      "violation",
      [
        "expired: the exemption of aws:sqs/queue:Queue slow from no-delay ended on 2026-11-20: mend the violation, or have orders ask for more time",
      ],
      false,
    ],
    [
      "2027-01-20",
      "exempt",
      ["ending: the exemption of aws:sqs/queue:Queue slow from no-delay ends in 60 days, on 2027-01-20 (owner orders)"],
      true,
    ],
    ["2027-01-21", "exempt", [], true],
  ])("until %s: %s", (until, outcome, notes, held) => {
    expect(judged(estate(slow), [exemption({ until })])).toEqual({
      outcomes: [`slow: ${outcome}`],
      notes,
      holds: held,
    });
  });

  it("fails an exemption that lets nothing through, because its object is good or gone", () => {
    const notes = [
      "unused: the exemption of aws:sqs/queue:Queue slow from no-delay lets nothing through: take it out of policies/exemptions.yaml",
    ];
    const good = resource(QUEUE, "slow", { delaySeconds: 0 });
    expect(judged(estate(good), [exemption()])).toEqual({ outcomes: ["slow: pass"], notes, holds: false });
    expect(judged(estate(fast), [exemption()])).toMatchObject({ notes, holds: false });
  });

  it("fails an exemption that has ended even when nothing is violated any more", () => {
    expect(judged(estate(fast), [exemption({ until: "2026-01-01" })]).holds).toBe(false);
  });

  it("leaves an exemption alone whose rule can't be evaluated now", () => {
    expect(judged(estate(later), [exemption({ object: `${QUEUE} later` })])).toMatchObject({ notes: [], holds: true });
  });
});
