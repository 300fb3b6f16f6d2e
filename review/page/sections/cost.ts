import { costSentence, dollarDifference, dollars } from "../../money";
import { NONE, type Range, sumOfRanges } from "../../range";
import { type Html, html } from "../html";
import type { CostLine } from "../page-input";
import { frame, type Section } from "../section";

/**
 * What the stack costs in a month, line by line.
 *
 * @param notes what holds for all of it, in sentences
 * @param isCompared whether lines have a before
 */
export function costSection(lines: readonly CostLine[], notes: readonly string[], isCompared: boolean): Section {
  const before = sumOfRanges(lines.map((line) => line.before ?? NONE));
  const after = sumOfRanges(lines.map((line) => line.after ?? NONE));
  const body = html`<p>${costSentence(isCompared ? before : undefined, after)}</p>
${frame(
  "Cost for a month",
  html`<table class="figures"><caption>US dollars for a month</caption>
<thead><tr><th scope="col">What</th><th scope="col" class="number">Minimum</th><th scope="col" class="number">Typical</th><th scope="col" class="number">Maximum</th>${isCompared && html`<th scope="col" class="number">Typical, difference</th>`}</tr></thead>
<tbody>${lines.map((line) => row(line, isCompared))}</tbody>
<tfoot><tr><th scope="row">Total</th>${amounts(after)}${isCompared && html`<td class="number">${dollarDifference(before.typical, after.typical)}</td>`}</tr></tfoot></table>`,
)}
${notes.length > 0 && html`<ul class="figures-list">${notes.map((note) => html`<li>${note}</li>`)}</ul>`}`;
  return { id: "cost", title: "Cost", body };
}

function row({ what, basis, before, after }: CostLine, isCompared: boolean): Html {
  const state = !isCompared || (before && after) ? "" : before === undefined ? "new" : "gone";
  const isChanged =
    isCompared &&
    (before?.typical !== after?.typical || before?.minimum !== after?.minimum || before?.maximum !== after?.maximum);
  return html`<tr${isChanged && html` class="differs"`}><th scope="row">${what}${state !== "" && html` <span class="tag">${state}</span>`}${basis !== undefined && html`<span class="basis">${basis}</span>`}</th>${amounts(after ?? NONE)}${isCompared && html`<td class="number">${dollarDifference(before?.typical ?? 0, after?.typical ?? 0)}</td>`}</tr>
`;
}

function amounts({ minimum, typical, maximum }: Range): Html {
  return html`<td class="number">${dollars(minimum)}</td><td class="number">${dollars(typical)}</td><td class="number">${dollars(maximum)}</td>`;
}
