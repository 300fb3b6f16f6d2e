import type { Palette } from "../sandbox/engine/palette";
import type { Evaluation, Verdict } from "./evaluate";
import type { Rule } from "./rule";

type Violation = Verdict & { readonly outcome: "violation" };

/** A violation for readers: what is wrong where, why that matters, how to mend it, where to read on. */
export function linesOf({ rule, path, message }: Pick<Violation, "rule" | "path" | "message">): readonly string[] {
  return [`${path === "" ? "" : `${path}: `}${message}`, rule.why, `Mend: ${rule.remediation}`, rule.link];
}

/** What could not be judged, a line for each rule: many rules need the same unknown. */
function unevaluatedLines(verdicts: readonly Verdict[], palette: Palette): readonly string[] {
  const byRule = new Map<string, Set<string>>();
  for (const { rule, subject } of verdicts) {
    byRule.set(rule.id, (byRule.get(rule.id) ?? new Set()).add(subject.text));
  }
  return [...byRule].map(
    ([rule, subjects]) => `${palette.dim("not evaluated")} ${rule} (${subjects.size})  ${[...subjects].join(", ")}`,
  );
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
  const unevaluated = unevaluatedLines(of("not evaluated"), palette);
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
