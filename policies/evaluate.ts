import type { Estate } from "./estate";
import { daysLeft, type Exemption, WARNING_DAYS } from "./exemptions";
import type { Judgement, Problem, Rule, Subject } from "./rule";

/** What came of one rule for one resource or object. */
export type Verdict = { readonly rule: Rule; readonly subject: Subject } & (
  | { readonly outcome: "pass" }
  | ({ readonly outcome: "violation" } & Problem)
  | ({ readonly outcome: "exempt"; readonly exemption: Exemption } & Problem)
  | { readonly outcome: "not evaluated"; readonly message: string }
);

/** Something about an exemption itself. */
export interface ExemptionNote {
  readonly exemption: Exemption;
  /** `expired` and `unused` fail; `ending` is a warning. */
  readonly kind: "expired" | "unused" | "ending";
  readonly message: string;
}

/** What the rules say of an estate. */
export interface Evaluation {
  readonly verdicts: readonly Verdict[];
  readonly exemptions: readonly ExemptionNote[];
}

/** With what an estate is judged. */
export interface Judges {
  readonly rules: readonly Rule[];
  /** Of all stacks; those of others are left aside. */
  readonly exemptions: readonly Exemption[];
}

/**
 * Judges an estate. An exemption turns each violation of its rule by its object into `exempt`, up to its last day; one that isn't needed is itself a failure, so that the list
 * stays the list of what is really let through. Where its rule could not be evaluated for its object, whether it is needed isn't known either.
 */
export function evaluate(estate: Estate, { rules, exemptions }: Judges): Evaluation {
  const { today } = estate;
  const own = exemptions.filter(({ stack }) => stack === estate.platform.stack);
  const verdicts = rules.flatMap((rule) => {
    const ofRule = own.filter((exemption) => exemption.rule === rule.id && daysLeft(exemption, today) >= 0);
    return rule.judge(estate).map((judgement) => verdictOf(rule, judgement, ofRule));
  });
  const known = new Set(rules.map(({ id }) => id));
  const notes = own.filter(({ rule }) => known.has(rule)).flatMap((exemption) => noteOn(exemption, verdicts, today));
  return { verdicts, exemptions: notes };
}

/** Whether nothing has to be mended before this may be deployed. */
export function holds({ verdicts, exemptions }: Evaluation): boolean {
  const violated = verdicts.some(({ outcome, rule }) => outcome === "violation" && rule.enforcement === "mandatory");
  return !violated && exemptions.every(({ kind }) => kind === "ending");
}

/** What could not be judged, by rule: many rules need the same unknown. */
export function unevaluatedByRule(verdicts: readonly Verdict[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byRule = new Map<string, Set<string>>();
  for (const { outcome, rule, subject } of verdicts) {
    if (outcome !== "not evaluated") continue;
    byRule.set(rule.id, (byRule.get(rule.id) ?? new Set()).add(subject.text));
  }
  return byRule;
}

function verdictOf(rule: Rule, judgement: Judgement, exemptions: readonly Exemption[]): Verdict {
  if (judgement.outcome !== "violation") return { rule, ...judgement };
  const exemption = exemptions.find(({ object }) => object === judgement.subject.text);
  return exemption === undefined ? { rule, ...judgement } : { rule, ...judgement, outcome: "exempt", exemption };
}

function noteOn(exemption: Exemption, verdicts: readonly Verdict[], today: Date): readonly ExemptionNote[] {
  const { rule, object, owner, until } = exemption;
  const what = `the exemption of ${object} from ${rule}`;
  const left = daysLeft(exemption, today);
  if (left < 0) {
    const message = `${what} ended on ${until}: mend the violation, or have ${owner} ask for more time`;
    return [{ exemption, kind: "expired", message }];
  }
  const concerned = verdicts.filter((verdict) => verdict.rule.id === rule && verdict.subject.text === object);
  if (!concerned.some(({ outcome }) => outcome === "exempt" || outcome === "not evaluated")) {
    const message = `${what} lets nothing through: take it out of policies/exemptions.yaml`;
    return [{ exemption, kind: "unused", message }];
  }
  if (left > WARNING_DAYS) return [];
  const message = `${what} ends in ${left} days, on ${until} (owner ${owner})`;
  return [{ exemption, kind: "ending", message }];
}
