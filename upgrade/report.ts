import type { Palette } from "../sandbox/engine/palette";
import { PHASES, type Phase, type Step } from "./step";
import { isPossible, type UpgradePath } from "./upgrade-path";

const TITLES: Readonly<Record<Phase, string>> = {
  before: "Before the control plane, one after the other, each with a pulumi up of its own",
  "control plane": "The control plane",
  with: "With the control plane, in the same change of the stack file",
  after: "After the control plane",
};

/** An upgrade for a terminal: what is done in order and numbered, then what fits as it is, then whether it can be done. */
export function upgradeLines(stack: string, path: UpgradePath, palette: Palette): readonly string[] {
  const { from, to, steps } = path;
  const waiting = steps.filter(({ outcome }) => outcome !== "ready");
  const ready = steps.filter(({ outcome }) => outcome === "ready");
  const numbers = new Map(waiting.map((step, index) => [step, index + 1]));
  const phases = PHASES.flatMap((phase) => {
    const own = waiting.filter((step) => step.phase === phase);
    if (own.length === 0) return [];
    return [
      "",
      palette.bold(TITLES[phase]),
      ...own.flatMap((step) => stepLines(step, numbers.get(step) ?? 0, palette)),
    ];
  });
  const count = (outcome: Step["outcome"]) => steps.filter((step) => step.outcome === outcome).length;
  return [
    palette.bold(`${stack}: Kubernetes ${from} to ${to}`),
    ...phases,
    "",
    palette.bold("Nothing to do"),
    ...ready.map(({ subject, text }) => `      ${subject}: ${text}`),
    "",
    `${count("change")} steps to do, ${count("unknown")} to look into, ${count("impossible")} that can't be done; ${ready.length} fit as they are`,
    isPossible(path)
      ? "A release or build that config/reference/ doesn't know goes there first, with its source. Before each step: npm run preview, which refuses what doesn't fit together. After each: npm run health."
      : palette.red(`The upgrade to ${to} can't be done as it stands.`),
  ];
}

function stepLines(
  { subject, outcome, text, notes, source }: Step,
  number: number,
  palette: Palette,
): readonly string[] {
  const mark = {
    ready: "",
    change: "",
    unknown: `${palette.yellow("not known")} `,
    impossible: `${palette.red("impossible")} `,
  }[outcome];
  return [
    `${String(number).padStart(4)}. ${mark}${subject}: ${text}`,
    ...notes.map((note) => `      note: ${note.text} (${note.source})`),
    ...(source === undefined ? [] : [palette.dim(`      ${source}`)]),
  ];
}
