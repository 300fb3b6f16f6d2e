import { estateOfPlan } from "../policies/estate-of-plan";
import { type Evaluation, evaluate, type Verdict } from "../policies/evaluate";
import { RULES } from "../policies/index";
import { whatIsWrong } from "../policies/report";
import type { Side } from "./side";

/**
 * What a change does to one objection of a rule.
 *
 * - `new`: something is wrong that wasn't, or an exemption that let it through is gone.
 * - `fixed`: it isn't wrong any more.
 * - `exempted`: it is wrong, and let through for a time from now on.
 */
export type VerdictShift = "new" | "fixed" | "exempted";

/** An objection of a rule that a change brings, mends, or has let through. */
export interface VerdictChange {
  readonly kind: VerdictShift;
  readonly verdict: Objection;
}

/** What a rule objects to, let through or not. */
export type Objection = Extract<Verdict, { readonly outcome: "violation" | "exempt" }>;

/** Judges a side by the rules of the head: what a change of the rules themselves does isn't told as the platform's. Undefined where the configuration can't be read. */
export function judged(side: Side, today: Date): Evaluation | undefined {
  const { platform, resources, objects, exemptions } = side;
  if (platform === undefined) return undefined;
  return evaluate(estateOfPlan(platform, resources, objects, today), { rules: RULES, exemptions });
}

/** What the rules say otherwise on the two sides. */
export function verdictChanges(base: readonly Verdict[], head: readonly Verdict[]): readonly VerdictChange[] {
  const [before, after] = [objections(base), objections(head)];
  const now = [...after].flatMap(([key, verdict]): readonly VerdictChange[] => {
    const kind = verdict.outcome === "violation" ? "new" : "exempted";
    return before.get(key)?.outcome === verdict.outcome ? [] : [{ kind, verdict }];
  });
  const gone = [...before].filter(([key]) => !after.has(key));
  return [...now, ...gone.map(([, verdict]) => ({ kind: "fixed" as const, verdict }))];
}

function objections(verdicts: readonly Verdict[]): ReadonlyMap<string, Objection> {
  const found = verdicts.filter(
    (verdict): verdict is Objection => verdict.outcome === "violation" || verdict.outcome === "exempt",
  );
  return new Map(
    found.map((verdict) => [`${verdict.rule.id} ${verdict.subject.text} ${whatIsWrong(verdict)}`, verdict]),
  );
}
