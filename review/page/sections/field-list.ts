import type { FieldChange } from "../../change";
import { badge } from "../badge";
import { type Html, html } from "../html";
import type { ReviewedChange } from "../page-input";

/** Longer values are cut; the YAML below has them whole. */
const LONGEST = 160;

/** What changes in a thing, field by field. A reason that the whole change has already given isn't repeated. */
export function fieldList({ fields, reason }: ReviewedChange): Html | undefined {
  if (fields.length === 0) return undefined;
  const item = (field: FieldChange) => html`<li>${badge(field.class)} <code>${field.path}</code>
<span class="values">${value(field, "before")} <span class="to">to</span> ${value(field, "after")}</span>
${field.reason !== reason && html`<span class="reason">${field.reason}</span>`}</li>
`;
  return html`<ul class="fields">${fields.map(item)}</ul>`;
}

function value(field: FieldChange, side: "before" | "after"): Html {
  if (!(side in field)) return html`<em>not set</em>`;
  const given = field[side];
  const text = typeof given === "string" ? given : JSON.stringify(given);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return side === "before" ? html`<del>${shown}</del>` : html`<ins>${shown}</ins>`;
}
