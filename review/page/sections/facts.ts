import { counted } from "../../words";
import { type Html, html } from "../html";
import type { FactRow } from "../page-input";
import { frame, type Section } from "../section";

/** The documented facts: how many hold, those that don't, those that the change touches, and all of them folded. */
export function factsSection(rows: readonly FactRow[]): Section {
  const of = (...outcomes: readonly FactRow["outcome"][]) => rows.filter(({ outcome }) => outcomes.includes(outcome));
  const failed = of("missing", "different");
  const touched = rows.filter(({ touchedBy = [] }) => touchedBy.length > 0);
  const body = html`<dl class="counts"><div><dt>Read back</dt><dd>${of("read back").length}</dd></div><div><dt>Decided otherwise</dt><dd>${of("decided").length}</dd></div><div${failed.length > 0 && html` class="bad"`}><dt>Not held</dt><dd>${failed.length}</dd></div></dl>
${failed.length > 0 && html`<h3>Facts that don't hold</h3>${frame("Facts that don't hold", table(failed, "What is wrong"))}`}
${touched.length > 0 && html`<h3>Facts that the change touches</h3>${frame("Facts that the change touches", table(touched, "Touched by"))}`}
<details class="listed"><summary>${counted(rows.length, "documented fact")}</summary>${frame("All documented facts", table(rows, undefined))}</details>`;
  return { id: "facts", title: "Documented facts", body };
}

function table(rows: readonly FactRow[], more: "What is wrong" | "Touched by" | undefined): Html {
  const last = ({ message = "", touchedBy = [] }: FactRow) =>
    more === "Touched by" ? touchedBy.map((name) => html`<code>${name}</code> `) : message;
  return html`<table><caption class="unseen">Documented facts</caption><thead><tr><th scope="col">Fact</th><th scope="col">Where it is written</th><th scope="col">Outcome</th>${more !== undefined && html`<th scope="col">${more}</th>`}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${row.statement}<span class="basis"><code>${row.id}</code></span></th><td>${row.source}</td><td>${row.outcome}</td>${more !== undefined && html`<td>${last(row)}</td>`}</tr>
`,
  )}</tbody></table>`;
}
