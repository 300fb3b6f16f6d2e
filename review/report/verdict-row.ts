import type { Verdict } from "../../policies/evaluate";
import type { VerdictRow } from "../page/page-input";
import type { VerdictShift } from "../policies";

/** A judgement that isn't a pass, as data: rules hold functions. Of a pass nothing. */
export function verdictRow(verdict: Verdict, since?: VerdictShift): readonly VerdictRow[] {
  if (verdict.outcome === "pass") return [];
  const { rule, subject, outcome, message } = verdict;
  const { id, severity, why, remediation, link } = rule;
  return [
    {
      rule: id,
      severity,
      outcome,
      subject: subject.text,
      ...("path" in verdict ? { path: verdict.path } : {}),
      message,
      ...(outcome === "violation" ? { why, remediation, link } : {}),
      ...(outcome === "exempt" ? { exemption: exemptionOf(verdict) } : {}),
      ...(since === undefined ? {} : { since }),
    },
  ];
}

function exemptionOf({ exemption: { owner, reason, until } }: Extract<Verdict, { readonly outcome: "exempt" }>) {
  return { owner, reason, until };
}
