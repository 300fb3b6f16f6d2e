/** Markup that may be written into a page as it is. Only {@link html} and {@link trusted} make it, so that whatever comes as a string is escaped. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What a template takes: nothing is written for `undefined` and `false`, so that parts can be left out. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** Markup from a template; what is put in is escaped, for text and for attribute values in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, index) => (index === 0 ? text : written(parts[index - 1]) + text)).join(""));
}

/** Takes a text for markup. Only for what this project wrote itself: its style sheet, its script. */
export function trusted(text: string): Html {
  return new Html(text);
}

function written(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "number" || typeof part === "string") return escapeText(String(part));
  return part.map(written).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that change the direction of what follows: a reviewer would read something else than a machine. Source: Unicode 15, UAX 9; CVE-2021-42574. */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A text as markup: nothing in it is taken for a tag, an entity or a change of direction. */
export function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "")
    .replace(DIRECTIONS, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}
