import { counted } from "../../words";
import { type Html, html } from "../html";
import type { PolicyPart, VerdictRow } from "../page-input";
import { frame, type Section } from "../section";

/** What the rules say: how many judgements came to what, then every one that isn't a pass. */
export function policiesSection({ passed, rows }: PolicyPart): Section {
  const of = (outcome: VerdictRow["outcome"]) => rows.filter((row) => row.outcome === outcome && row.since !== "fixed");
  const fixed = rows.filter(({ since }) => since === "fixed");
  const [violations, exempt, unevaluated] = [of("violation"), of("exempt"), of("not evaluated")];
  const body = html`<dl class="counts"><div><dt>Pass</dt><dd>${passed.toLocaleString("en-US")}</dd></div><div${violations.length > 0 && html` class="bad"`}><dt>${violations.length === 1 ? "Violation" : "Violations"}</dt><dd>${violations.length}</dd></div><div><dt>Exempt</dt><dd>${exempt.length}</dd></div><div><dt>Not evaluated</dt><dd>${unevaluated.length}</dd></div></dl>
${violations.length > 0 && html`<h3>Violations</h3><ul class="verdicts">${[...violations].sort(newFirst).map(violation)}</ul>`}
${fixed.length > 0 && html`<h3>Fixed by the change</h3><ul class="verdicts">${fixed.map(violation)}</ul>`}
${exempt.length > 0 && html`<h3>Exemptions</h3>${frame("Exemptions", exemptions(exempt))}`}
${unevaluated.length > 0 && html`<details><summary>${counted(unevaluated.length, "judgement")} that could not be made: the plan doesn't show the value</summary>${frame("Not evaluated", notEvaluated(unevaluated))}</details>`}`;
  return { id: "policies", title: "Policies", body };
}

function newFirst(a: VerdictRow, b: VerdictRow): number {
  return Number(b.since === "new") - Number(a.since === "new");
}

function violation({
  rule,
  severity,
  subject,
  path = "",
  message,
  why,
  remediation,
  link = "",
  since,
}: VerdictRow): Html {
  return html`<li><p><strong>${rule}</strong> <span class="tag">${severity}</span>${since !== undefined && html` <span class="tag">${since}</span>`} <code>${subject}</code></p>
<p>${path !== "" && html`<code>${path}</code>: `}${message}</p>
${why !== undefined && html`<p>${why}</p>`}
${remediation !== undefined && html`<p>Mend: ${remediation}</p>`}
${link.startsWith("https://") && html`<p><a href="${link}" rel="noreferrer">Read on about ${rule}</a></p>`}</li>
`;
}

function exemptions(rows: readonly VerdictRow[]): Html {
  return html`<table><caption class="unseen">Violations that are let through for a time</caption><thead><tr><th scope="col">Rule and object</th><th scope="col">Until</th><th scope="col">Owner</th><th scope="col">Reason</th></tr></thead>
<tbody>${rows.map(
    ({ rule, subject, path = "", exemption, since }) =>
      html`<tr><th scope="row">${rule}${since !== undefined && html` <span class="tag">${since}</span>`}<span class="basis"><code>${subject}</code>${path !== "" && html`, <code>${path}</code>`}</span></th><td class="day">${exemption?.until}</td><td>${exemption?.owner}</td><td>${exemption?.reason}</td></tr>
`,
  )}</tbody></table>`;
}

function notEvaluated(rows: readonly VerdictRow[]): Html {
  return html`<table><caption class="unseen">Judgements that could not be made</caption><thead><tr><th scope="col">Rule</th><th scope="col">Resource or object</th><th scope="col">Why not</th></tr></thead>
<tbody>${rows.map(
    ({ rule, subject, message }) =>
      html`<tr><th scope="row">${rule}</th><td><code>${subject}</code></td><td>${message}</td></tr>
`,
  )}</tbody></table>`;
}
