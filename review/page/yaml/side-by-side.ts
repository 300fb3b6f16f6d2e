import { type Html, html } from "../html";
import { type Block, type Line, lineDiff, type Pair } from "./line-diff";
import { readableYaml } from "./readable-yaml";

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;
/** Fewer lines than these aren't worth folding. */
const WORTH_FOLDING = 5;

/** Both sides of something that changed, as YAML in a table. Long parts that stay the same are marked for the page's script to fold; without it they are all shown. */
export function sideBySide(before: unknown, after: unknown): Html {
  const blocks = lineDiff(readableYaml(before), readableYaml(after));
  const changes = blocks.filter(({ kind }) => kind === "changed").length;
  if (changes === 0) return html`<p>Both sides read the same as YAML.</p>`;
  return html`<table class="diff"><caption class="unseen">YAML before and after: ${changes} ${changes === 1 ? "place differs" : "places differ"}</caption>
<thead><tr><th class="n" scope="col"><span class="unseen">Line before</span></th><th scope="col">Before</th><th class="n" scope="col"><span class="unseen">Line after</span></th><th scope="col">After</th></tr></thead>
${blocks.map((block, index) => body(block, index === 0, index === blocks.length - 1))}</table>`;
}

/** YAML of one thing that has no other side. */
export function yamlOf(value: unknown, change: "added" | "removed" | "none"): Html {
  const text = readableYaml(value);
  if (change === "added") return html`<pre class="yaml added"><ins>${text}</ins></pre>`;
  if (change === "removed") return html`<pre class="yaml removed"><del>${text}</del></pre>`;
  return html`<pre class="yaml">${text}</pre>`;
}

function body({ kind, pairs }: Block, isFirst: boolean, isLast: boolean): Html {
  if (kind === "changed")
    return html`<tbody class="changed">${pairs.map(row)}</tbody>
`;
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  const folded = pairs.slice(head, pairs.length - tail);
  if (folded.length < WORTH_FOLDING)
    return html`<tbody>${pairs.map(row)}</tbody>
`;
  return html`${context(pairs.slice(0, head))}<tbody class="fold" hidden><tr><td colspan="4"><button type="button" aria-expanded="true">${folded.length} lines that stay the same</button></td></tr></tbody>
<tbody>${folded.map(row)}</tbody>
${context(pairs.slice(pairs.length - tail))}`;
}

function context(pairs: readonly Pair[]): Html | undefined {
  return pairs.length === 0
    ? undefined
    : html`<tbody>${pairs.map(row)}</tbody>
`;
}

function row({ before, after }: Pair): Html {
  const same = before !== undefined && after !== undefined && before.text === after.text;
  return html`<tr>${cells(before, same ? undefined : "del")}${cells(after, same ? undefined : "ins")}</tr>
`;
}

function cells(line: Line | undefined, mark: "del" | "ins" | undefined): Html {
  if (line === undefined) return html`<td class="n"></td><td class="none"></td>`;
  const { number, text } = line;
  if (mark === undefined) return html`<td class="n">${number}</td><td>${text}</td>`;
  return mark === "del"
    ? html`<td class="n">${number}</td><td class="del"><del>${text}</del></td>`
    : html`<td class="n">${number}</td><td class="ins"><ins>${text}</ins></td>`;
}
