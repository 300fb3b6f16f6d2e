import type { Palette } from "../sandbox/engine/palette";
import { type Assessment, isShown, type NamedPiece } from "./assess";

/** The controls of a stack for a terminal: a line for each with how much shows it, then whatever is missing, then the counts. */
export function controlLines(stack: string, assessments: readonly Assessment[], palette: Palette): readonly string[] {
  const width = Math.max(0, ...assessments.map(({ control }) => control.title.length));
  const rows = assessments.map((assessment) => {
    const { control, pieces } = assessment;
    const state = isShown(assessment) ? palette.green("shown  ") : palette.red("missing");
    return `${state} ${control.id.padEnd("sc-28.1".length)}  ${control.title.padEnd(width)}  ${counts(pieces)}`;
  });
  const missing = assessments.flatMap(({ control, pieces }) => {
    const lines = pieces.flatMap((piece) =>
      piece.outcome === "missing" ? [`  ${piece.kind} ${piece.name}: ${piece.message}`] : [],
    );
    return lines.length === 0 ? [] : ["", `${palette.bold(control.id)}: ${control.statement}`, ...lines];
  });
  const failed = assessments.filter((assessment) => !isShown(assessment)).length;
  return [
    ...rows,
    ...missing,
    "",
    `${assessments.length} controls claimed for ${stack}: ${assessments.length - failed} shown, ${failed} without all of their evidence`,
  ];
}

function counts(pieces: readonly NamedPiece[]): string {
  const of = (kind: NamedPiece["kind"]) => {
    const own = pieces.filter((piece) => piece.kind === kind);
    const shown = own.filter(({ outcome }) => outcome === "shown").length;
    return own.length === 0 ? [] : [`${kind}s ${shown}${shown === own.length ? "" : ` of ${own.length}`}`];
  };
  return [...of("resource"), ...of("rule"), ...of("fact")].join(", ");
}
