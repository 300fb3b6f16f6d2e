import type { Estate } from "../../policies/estate";
import type { Judgement, Rule } from "../../policies/rule";
import { copyOf, estateOf, type Things } from "./estate-fixture";

/** A change to what is good, and what the rule says of it: `subject: path: message`, a line for each violation. */
export type BreakingCase = readonly [what: string, change: (things: Things) => void, says: readonly string[]];

/** How a rule is tested. */
export interface RuleCases {
  /** What the rule passes, made anew for each case. */
  readonly good: () => Partial<Things>;
  /** Settings that the rule reads, where prod's don't do. */
  readonly settings?: Partial<Estate["settings"]>;
  /** Changes that the rule accepts too, each with what is good about it. */
  readonly holds?: readonly (readonly [what: string, change: (things: Things) => void])[];
  /** Changes that each break one thing. */
  readonly breaks: readonly BreakingCase[];
  /** Changes after which the rule can't be evaluated, and what it says. */
  readonly unreadable?: readonly BreakingCase[];
  /** Changes after which it applies to nothing. */
  readonly ignores?: readonly (readonly [what: string, change: (things: Things) => void])[];
}

/** Registers the tests of a rule: the good passes and is judged at all, and each case breaks one thing. */
export function describeRule(
  rule: Rule,
  { good, settings, holds = [], breaks, unreadable = [], ignores = [] }: RuleCases,
): void {
  const judge = (change: (things: Things) => void = () => undefined): readonly Judgement[] => {
    const { resources, objects } = good();
    const things = copyOf(resources, objects);
    change(things);
    return rule.judge(estateOf(things, settings));
  };

  describe(`rule ${rule.id}`, () => {
    it("passes what is good", () => {
      const outcomes = judge().map(({ outcome }) => outcome);
      expect([...new Set(outcomes)]).toEqual(["pass"]);
    });

    for (const [what, change] of holds) {
      it(`passes ${what}`, () => {
        expect([...new Set(judge(change).map(({ outcome }) => outcome))]).toEqual(["pass"]);
      });
    }

    it.each(breaks.map((one) => [...one]))("objects to %s", (_what, change, says) => {
      expect(
        judge(change)
          .filter(({ outcome }) => outcome !== "pass")
          .map(lineOf),
      ).toEqual(says);
    });

    for (const [what, change, says] of unreadable) {
      it(`can't be evaluated with ${what}`, () => {
        const judgements = judge(change).filter(({ outcome }) => outcome !== "pass");
        expect(judgements.map(({ outcome }) => outcome)).toEqual(says.map(() => "not evaluated"));
        expect(judgements.map(lineOf)).toEqual(says);
      });
    }

    for (const [what, change] of ignores) {
      it(`has nothing to do with ${what}`, () => {
        expect(judge(change)).toEqual([]);
      });
    }
  });
}

function lineOf(judgement: Judgement): string {
  const { subject } = judgement;
  if (judgement.outcome === "pass") return `${subject.text}: pass`;
  return judgement.outcome === "violation"
    ? `${subject.text}: ${judgement.path}: ${judgement.message}`
    : `${subject.text}: ${judgement.message}`;
}
