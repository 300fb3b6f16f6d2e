import type { Palette } from "../sandbox/engine/palette";
import { type Evaluation, unevaluatedByRule, type Verdict } from "./evaluate";
import type { Problem, Rule } from "./rule";

type Violation = Verdict & { readonly outcome: "violation" };

/** What is wrong, and where. */
export function whatIsWrong({ path, message }: Problem): string {
  return path === "" ? message : `${path}: ${message}`;
}

/** How to mend what a rule objects to, and where to read on. */
export function wayOut({ remediation, link }: Rule): readonly string[] {
  return [`Mend: ${remediation}`, link];
}

/** A violation for readers: what is wrong where, why that matters, and the way out. */
function linesOf(violation: Violation): readonly string[] {
  return [whatIsWrong(violation), violation.rule.why, ...wayOut(violation.rule)];
}

/**
 * An evaluation for a terminal: each violation, then what was let through or could not be judged, then the counts. Rules that found nothing wrong are counted, not listed.
 */
export function reportLines(
  { verdicts, exemptions }: Evaluation,
  rules: readonly Rule[],
  palette: Palette,
): readonly string[] {
  const of = <Outcome extends Verdict["outcome"]>(outcome: Outcome) =>
    verdicts.filter((verdict): verdict is Verdict & { readonly outcome: Outcome } => verdict.outcome === outcome);
  const violations = of("violation").flatMap((verdict) => {
    const { rule, subject } = verdict;
    const colour = rule.enforcement === "mandatory" ? palette.red : palette.yellow;
    const head = `${colour(rule.enforcement === "mandatory" ? "violation" : "advice")} ${palette.bold(rule.id)} (${rule.severity})  ${subject.text}`;
    return [head, ...linesOf(verdict).map((line) => `  ${line}`), ""];
  });
  const exempt = of("exempt").map(
    ({ rule, subject, exemption }) =>
      `${palette.dim("exempt")} ${rule.id}  ${subject.text}, until ${exemption.until} (${exemption.owner}): ${exemption.reason}`,
  );
  const unevaluated = [...unevaluatedByRule(verdicts)].map(
    ([rule, subjects]) => `${palette.dim("not evaluated")} ${rule} (${subjects.size})  ${[...subjects].join(", ")}`,
  );
  const notes = exemptions.map(
    ({ kind, message }) => `${kind === "ending" ? palette.yellow("warning") : palette.red("exemption")} ${message}`,
  );
  const judged = new Set(verdicts.map(({ rule }) => rule.id));
  const idle = rules.filter(({ id }) => !judged.has(id)).map(({ id }) => id);
  const counts = (["pass", "violation", "exempt", "not evaluated"] as const).map(
    (outcome) => `${of(outcome).length} ${outcome}`,
  );
  return [
    ...violations,
    ...exempt,
    ...unevaluated,
    ...notes,
    ...(idle.length === 0 ? [] : [`${palette.dim("apply to nothing here")} ${idle.join(", ")}`]),
    `${rules.length} rules: ${counts.join(", ")}`,
  ];
}
