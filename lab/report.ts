import type { Palette } from "../sandbox/engine/palette";
import type { ExerciseResult } from "./exercise/exercise";
import type { HealthyResult } from "./exercise/healthy-phase";
import type { InjectionResult } from "./exercise/injection-phase";
import { WINDOW_FACTOR } from "./lab-time";
import { hasData, type PanelAnswer } from "./panels/panel-queries";

/** Everything that was not as expected, each with the phase it was in; empty for a good run. */
export function problemsOf({ healthy, injections, panels }: ExerciseResult): readonly string[] {
  return [
    ...healthy.problems.map((text) => `healthy traffic: ${text}`),
    ...injections.flatMap(({ injection, problems }) => problems.map((text) => `${injection.name}: ${text}`)),
    ...panels
      .filter((answer) => !hasData(answer))
      .map(
        ({ dashboard, expr, missing }) =>
          `${dashboard}: a query without data: ${[expr, ...missing].join("; nothing is ")}`,
      ),
  ];
}

/** What a run came to, as the lines of a table: phase, what was done, what came of it. */
export function reportLines(result: ExerciseResult, palette: Palette): readonly string[] {
  const { healthy, injections, panels } = result;
  const rows = [healthyRow(healthy), ...injections.map(injectionRow), ...panelRows(panels)];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const problems = problemsOf(result);
  const told = injections.filter(({ firedAfter }) => firedAfter !== undefined).length;
  const over = injections.filter(({ resolvedAfter }) => resolvedAfter !== undefined).length;
  const drawn = panels.filter(hasData).length;
  const sum = `alerts fired ${told}/${injections.length}, resolved ${over}/${injections.length}; dashboard queries with data ${drawn}/${panels.length}`;
  return [
    `Every window, patience and interval is divided by ${WINDOW_FACTOR}: five minutes are ${300 / WINDOW_FACTOR} s. Requests are as much faster.`,
    "",
    ...rows.map(([phase, what, came]) => `${phase.padEnd(widths[0] ?? 0)}  ${what.padEnd(widths[1] ?? 0)}  ${came}`),
    "",
    ...problems.map((text) => palette.red(`not as expected: ${text}`)),
    problems.length === 0 ? palette.green(sum) : palette.red(sum),
  ];
}

type Row = readonly [phase: string, what: string, came: string];

function healthyRow({ seconds, counts, indicators, problems }: HealthyResult): Row {
  const shares = indicators.map(({ objective, bad, budget }) => `${objective} ${percent(bad)} of ${percent(budget)}`);
  const alerts = problems.length === 0 ? "no alert" : "not healthy";
  return ["healthy traffic", `${seconds} s, ${counts.sent} requests`, `${alerts}; went wrong: ${shares.join(", ")}`];
}

function injectionRow({ injection, firedAfter, resolvedAfter, others }: InjectionResult): Row {
  const came = [
    firedAfter === undefined ? "not told" : `told after ${Math.round(firedAfter)} s`,
    resolvedAfter === undefined ? "not resolved" : `resolved ${Math.round(resolvedAfter)} s after the end`,
    ...(others.length === 0 ? [] : [`also told: ${others.join(", ")}`]),
  ];
  const paths = injection.adds.map(({ path, share }) => `${share} x ${path}`).join(", ");
  return [injection.name, `${injection.fires}, by ${paths} a round`, came.join("; ")];
}

function panelRows(panels: readonly PanelAnswer[]): readonly Row[] {
  return [...new Set(panels.map(({ dashboard }) => dashboard))].map((title): Row => {
    const own = panels.filter(({ dashboard }) => dashboard === title);
    const drawn = own.filter(hasData);
    const stated = drawn.filter((answer) => answer.stated).length;
    const of = stated === 0 ? "" : `, ${stated} of them from stated series, since there is no cluster`;
    return ["dashboard", title, `${drawn.length} of ${own.length} queries with data${of}`];
  });
}

function percent(share: number): string {
  return Number.isNaN(share) ? "nothing recorded" : `${Number((100 * share).toPrecision(3))} %`;
}
