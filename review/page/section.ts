import { type Html, html, type Part } from "./html";

/** A part of the page that has a heading and a place in its contents. */
export interface Section {
  /** Fragment of its address. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** The section as a landmark that is called as its heading. */
export function sectionMarkup({ id, title, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
${body}
</section>
`;
}

/** What may be wider than a phone: it scrolls by itself, also with the keyboard, and the page never does. */
export function frame(label: string, content: Part): Html {
  return html`<div class="frame-scroll" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}
