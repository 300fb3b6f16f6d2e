import type { ChangeClass } from "../change";
import { type Html, html } from "./html";

/** What a search box looks through. */
export interface Searched {
  /** What a found one is called: `change`. */
  readonly noun: string;
  /** Id of the list. */
  readonly list: string;
  /** To choose one of; none where nothing has a class. */
  readonly classes?: readonly ChangeClass[];
}

/** A search box over a list, which the page's script shows: without the script nothing would search. */
export function searchBox({ noun, list, classes = [] }: Searched): Html {
  const choice = html`<label class="choice">Class <select><option value="">all</option>${classes.map((one) => html`<option>${one}</option>`)}</select></label>`;
  return html`<form class="search" role="search" data-list="${list}" data-noun="${noun}" hidden>
<label>Search <input type="search" placeholder="name, kind or text" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
${classes.length > 1 && choice}
<button type="button" class="unfold">Unfold all</button>
<p role="status" aria-live="polite"></p>
</form>`;
}
