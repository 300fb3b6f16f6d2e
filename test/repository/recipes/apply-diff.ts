/**
 * A text after a change that is written as people read diffs: lines that begin with `+` are added, with `-` taken away, with a blank kept; `@@` parts one place from the next. There are no line
 * numbers, so that it stays true while the file grows: the lines that are kept or taken away find the place.
 *
 * @throws {Error} when a place is not found, or more than once, or nothing changes there
 */
export function applyDiff(text: string, diff: string): string {
  const places = diff.replace(/\n$/, "").split(/^@@.*\n/m);
  return places.filter((place) => place !== "").reduce(applyPlace, text);
}

function applyPlace(text: string, place: string): string {
  const lines = place.replace(/\n$/, "").split("\n");
  const strange = lines.find((line) => line !== "" && !/^[ +-]/.test(line));
  if (strange !== undefined) throw new Error(`A line of a diff begins with a blank, + or -: ${strange}`);
  const side = (sign: string) =>
    lines
      .filter((line) => line[0] !== sign)
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const before = side("+");
  const after = side("-");
  if (before === after) throw new Error(`A place of a diff changes nothing:\n${place}`);
  if (before === "") throw new Error(`A place of a diff has no line that finds it:\n${place}`);
  // Only whole lines: the place begins where a line does.
  const found = `\n${text}`.split(`\n${before}`).length - 1;
  if (found !== 1) throw new Error(`The file has ${found} times what a diff keeps or takes away:\n${before}`);
  return `\n${text}`.replace(`\n${before}`, () => `\n${after}`).slice(1);
}
