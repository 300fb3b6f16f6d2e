import { WORST_FIRST } from "../../change";
import { counted } from "../../words";
import { anchorOf } from "../anchor";
import { badge } from "../badge";
import { type Html, html } from "../html";
import type { ReviewedChange } from "../page-input";
import { searchBox } from "../search-box";
import type { Section } from "../section";
import { sideBySide, yamlOf } from "../yaml/side-by-side";
import { fieldList } from "./field-list";

/** Every change, the worst first: what it does and why, its fields, and both sides as YAML. Folded, because most readers look for one. */
export function changesSection(changes: readonly ReviewedChange[]): Section {
  const sorted = WORST_FIRST.flatMap((one) => changes.filter((change) => change.class === one).sort(byName));
  const classes = WORST_FIRST.filter((one) => changes.some((change) => change.class === one));
  const body =
    sorted.length === 0
      ? html`<p>Nothing changes.</p>`
      : html`${searchBox({ noun: "change", list: "change-list", classes })}
<ul class="things" id="change-list">${sorted.map(item)}</ul>`;
  return { id: "changes", title: "Changes", body };
}

function byName(a: ReviewedChange, b: ReviewedChange): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function keyOf({ thing }: ReviewedChange): string {
  return `${thing.name} ${thing.side}`;
}

function item(change: ReviewedChange): Html {
  const { thing, operation, fields, reason } = change;
  const where = thing.side === "plan" ? "Resource of the plan" : "Object of the manifests";
  return html`<li class="thing" data-class="${change.class}"><details id="${anchorOf(change)}"><summary>${badge(change.class)} <span class="operation">${operation}</span> <span class="thing-name">${thing.name}</span>${thing.protected && html` <span class="tag">protected</span>`}
<span class="reason">${reason}</span></summary>
<p class="where">${where}${fields.length > 0 && `, ${counted(fields.length, "field")}`}</p>
${fieldList(change)}
${sides(change)}</details></li>
`;
}

function sides({ before, after, operation }: ReviewedChange): Html | undefined {
  if (before !== undefined && after !== undefined) return sideBySide(before, after);
  if (after !== undefined) return yamlOf(after, operation === "added" ? "added" : "none");
  return before === undefined ? undefined : yamlOf(before, operation === "removed" ? "removed" : "none");
}
