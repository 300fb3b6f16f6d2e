import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { html, trusted } from "./html";
import { type Section, sectionMarkup } from "./section";

/** What a page has beside its sections. */
export interface PageDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

/** A whole page. Its style and script are in it, and the browser is told to run and load nothing else. */
export function pageDocument({ title, subtitle, sections }: PageDocument): string {
  const style = STYLES.map(asset).join("");
  const script = asset("page.js");
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><h1>${title}</h1><p>${subtitle}</p></header>
<nav aria-label="Contents"><ul>${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">
${sections.map(sectionMarkup)}</main>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.text;
}

/** Nothing from anywhere, and of what is in the page only this style and this script. Source: W3C, Content Security Policy Level 3. */
function policy(style: string, script: string): string {
  return `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** In the order in which they override each other. */
const STYLES = [
  "colours.css",
  "frame.css",
  "parts.css",
  "search.css",
  "tables.css",
  "yaml.css",
  "pictures.css",
  "phone.css",
  "print.css",
] as const;

function asset(name: string): string {
  return readFileSync(join(__dirname, "assets", name), "utf8");
}
