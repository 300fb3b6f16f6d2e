import type { ChangeClass } from "../change";
import { classNameOf } from "./architecture/svg";
import { type Html, html } from "./html";

/** The class of a change: its colour, and its name, because not everybody sees colours. */
export function badge(change: ChangeClass): Html {
  return html`<span class="badge ${classNameOf(change)}">${change}</span>`;
}
