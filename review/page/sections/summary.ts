import { MEANINGS, WORST_FIRST, worst } from "../../change";
import { costSentence } from "../../money";
import { NONE, sumOfRanges } from "../../range";
import { counted } from "../../words";
import { anchorOf } from "../anchor";
import { badge } from "../badge";
import { type Html, html } from "../html";
import type { AcknowledgementRow, PageInput, ReviewedChange } from "../page-input";
import type { Section } from "../section";

/** What a reader has to know if they read nothing else: the worst first. */
export function summarySection(input: PageInput): Section {
  const { changes, acknowledgements = [], failures = [] } = input;
  const body = html`${changes !== undefined && changesSummary(changes)}
${failures.map((failure) => html`<p class="alert">${failure}</p>`)}
${acknowledgements.length > 0 && acknowledgementList(acknowledgements, changes ?? [])}
<ul class="figures-list">${[...stackFigures(input), ...partFigures(input)].map((figure) => html`<li>${figure}</li>`)}</ul>`;
  return { id: "summary", title: "Summary", body };
}

function changesSummary(changes: readonly ReviewedChange[]): Html {
  if (changes.length === 0) return html`<p class="lead">Nothing changes.</p>`;
  const worstClass = worst(changes.map((change) => change.class));
  const numbers = WORST_FIRST.map((one) => ({ one, number: changes.filter((change) => change.class === one).length }));
  return html`<p class="lead">${badge(worstClass)} ${changes.length === 1 ? "is what the one change does" : `is the worst of ${counted(changes.length, "change")}`}: ${MEANINGS[worstClass]}</p>
<dl class="counts">${numbers.map(({ one, number }) => html`<div${number === 0 && html` class="zero"`}><dt>${badge(one)}</dt><dd>${number}</dd></div>`)}</dl>`;
}

function acknowledgementList(rows: readonly AcknowledgementRow[], changes: readonly ReviewedChange[]): Html {
  const missing = rows.filter(({ given }) => given === undefined);
  const lead =
    missing.length === 0
      ? html`<p>Everything that needs an acknowledgement has one.</p>`
      : html`<p class="alert"><strong>${counted(missing.length, "acknowledgement")} missing.</strong> Until somebody writes ${missing.length === 1 ? "it" : "them"} into the change, the review fails.</p>`;
  return html`<h3>Acknowledgements</h3>
${lead}
<ul class="acknowledgements">${[...missing, ...rows.filter(({ given }) => given !== undefined)].map((row) => {
    const change = changes.find(({ thing }) => thing.name === row.name);
    const name = html`<code>${row.name}</code>`;
    return html`<li>${badge(row.class)} ${change === undefined ? name : html`<a href="#${anchorOf(change)}">${name}</a>`}
<span class="reason">${row.reason}</span>
<span class="given">${row.given === undefined ? "Missing" : `Given by ${row.given.by}: ${row.given.reason}`}</span></li>
`;
  })}</ul>`;
}

/** What the stack consists of, where nothing is compared. */
function stackFigures({ changes, resources = [], objects = [] }: PageInput): readonly string[] {
  if (changes !== undefined) return [];
  const namespaces = objects.filter(({ kind }) => kind === "Namespace").length;
  return [
    ...(resources.length > 0
      ? [`${counted(resources.filter(({ custom }) => custom).length, "resource")} in the plan.`]
      : []),
    ...(objects.length > 0
      ? [`${counted(objects.length, "Kubernetes object")} in the manifests, ${counted(namespaces, "namespace")}.`]
      : []),
  ];
}

/** The other parts, each with a link to its section. */
function partFigures({ policies, cost, capacity, facts, compared }: PageInput): readonly Html[] {
  const violations = policies?.rows.filter(({ outcome, since }) => outcome === "violation" && since !== "fixed") ?? [];
  const fresh = violations.filter(({ since }) => since === "new").length;
  const [fixed, exempted] = (["fixed", "exempted"] as const).map(
    (shift) => policies?.rows.filter(({ since }) => since === shift).length ?? 0,
  );
  const failed = facts?.filter(({ outcome }) => outcome === "missing" || outcome === "different").length ?? 0;
  const touched = facts?.filter(({ touchedBy = [] }) => touchedBy.length > 0).length ?? 0;
  const full = capacity?.filter(({ cpuCores, memoryBytes }) =>
    [cpuCores, memoryBytes].some(({ requested, allocatable }) => requested > allocatable),
  );
  return [
    ...(policies === undefined
      ? []
      : [
          html`<a href="#policies">Policies</a>: ${counted(violations.length, "violation")}${compared !== undefined && `, ${fresh} new, ${fixed} fixed, ${exempted} let through`}.`,
        ]),
    ...(cost === undefined
      ? []
      : [
          html`<a href="#cost">Cost</a>: ${costSentence(compared && sumOfRanges(cost.map(({ before = NONE }) => before)), sumOfRanges(cost.map(({ after = NONE }) => after)))}`,
        ]),
    ...(full === undefined
      ? []
      : [
          html`<a href="#capacity">Capacity</a>: ${full.length === 0 ? "every pool can give what its pods request" : `with the typical number of nodes, ${full.map(({ pool }) => pool).join(", ")} can't give what ${full.length === 1 ? "its" : "their"} pods request`}.`,
        ]),
    ...(facts === undefined
      ? []
      : [
          html`<a href="#facts">Documented facts</a>: ${factsSentence(facts.length, failed)}${compared !== undefined && `, ${touched} touched`}.`,
        ]),
  ];
}

/** Of no facts none fails; that all of them hold would be too much said. */
function factsSentence(facts: number, failed: number): string {
  if (facts === 0) return "none is about this stack";
  return failed === 0 ? "all hold" : `${counted(failed, "fact")} not held`;
}
