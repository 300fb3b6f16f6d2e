/** Text in a Markdown document or a cell of its tables, as it is: no sign of it is markup, and no name is a mention. */
export function plain(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/[\\`*_{}[\]|~#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "@&#8203;");
}

/** A name or a value in a code span. HTML, because it stands in summaries too, which are no Markdown. */
export function code(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&#124;",
    "@": "&#64;",
  };
  const escaped = text
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/[&<>|@\\`*_{}[\]~#]/g, (sign) => entities[sign] ?? `&#${sign.charCodeAt(0)};`);
  return `<code>${escaped}</code>`;
}

/** A part that is folded until somebody opens it. @param summary markup */
export function folded(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>\n`;
}

/**
 * Lines up to a number of characters, whole; how many are left out is said.
 *
 * @param most the most that all of it may have
 */
export function linesWithin(lines: readonly string[], most: number, more: (count: number) => string): string {
  const whole = lines.join("\n");
  if (whole.length <= most) return whole;
  const taken: string[] = [];
  let left = most - more(lines.length).length;
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    taken.push(line);
  }
  return [...taken, more(lines.length - taken.length)].join("\n");
}
