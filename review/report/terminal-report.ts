import { whatIsWrong } from "../../policies/report";
import type { Palette } from "../../sandbox/engine/palette";
import type { ChangeClass } from "../change";
import { dollarDifference } from "../money";
import type { VerdictShift } from "../policies";
import { NONE } from "../range";
import type { Review } from "../review";
import { counted } from "../words";
import { entryText } from "./acknowledgement-text";
import { type ChangeGroup, changeGroups, countByClass } from "./change-groups";
import { fieldText } from "./field-text";
import {
  capacityLines,
  costText,
  factSentence,
  factTexts,
  failureTexts,
  leadText,
  policySentence,
  unpricedTexts,
} from "./summary";

/** How many things alike a terminal lists; reports in files list all. */
const LISTED = 8;
/** Up to how many things alike it tells the fields of each. */
const WITH_FIELDS = 2;

/** A review for a terminal, what matters most at the end, where readers are: details, then the summary. */
export function terminalReport(review: Review, palette: Palette): readonly string[] {
  const { stack, compared } = review;
  return [
    palette.bold(`Review of ${stack}: ${compared.base} → ${compared.head}`),
    "",
    ...changeGroups(review.changes).flatMap((group) => [...groupLines(group, palette), ""]),
    ...part(`Policies: ${policySentence(review)}`, policyLines(review, palette), palette),
    ...part(`Cost: ${costText(review)}`, costLines(review), palette),
    ...part("Capacity:", capacityLines(review), palette, "as before."),
    ...part(`Documented facts: ${factSentence(review)}`, factTexts(review), palette),
    "",
    ...summaryLines(review, palette),
  ];
}

function groupLines({ class: is, operation, reason, changes }: ChangeGroup, palette: Palette): readonly string[] {
  const names = changes
    .slice(0, LISTED)
    .flatMap(({ thing, fields }) => [
      `  ${palette.bold(thing.name)}${thing.protected ? palette.yellow(" protected") : ""}`,
      ...(changes.length <= WITH_FIELDS ? fields.map((field) => `    ${fieldText(field)}`) : []),
    ]);
  const rest = changes.length - LISTED;
  return [
    `${coloured(is, palette)} ${changes.length === 1 ? operation : `${changes.length} ${operation}`}: ${reason}`,
    ...names,
    ...(rest > 0 ? [palette.dim(`  and ${rest} more`)] : []),
  ];
}

function coloured(is: ChangeClass, palette: Palette): string {
  const colours: Readonly<Record<ChangeClass, (text: string) => string>> = {
    "no effect": palette.dim,
    "in place": palette.green,
    rolling: palette.yellow,
    replacement: palette.red,
    "data loss": palette.red,
  };
  return colours[is](is);
}

function part(title: string, lines: readonly string[], palette: Palette, none = ""): readonly string[] {
  const said = lines.length === 0 && none !== "" ? `${title} ${none}` : title;
  return [palette.bold(said), ...lines.map((line) => `  ${line}`)];
}

function policyLines({ policies = [] }: Review, palette: Palette): readonly string[] {
  const words: Readonly<Record<VerdictShift, string>> = {
    new: palette.red("new"),
    fixed: palette.green("fixed"),
    exempted: palette.yellow("let through"),
  };
  return policies.map(({ kind, verdict }) => {
    const until = verdict.outcome === "exempt" ? `, until ${verdict.exemption.until} (${verdict.exemption.owner})` : "";
    return `${words[kind]} ${verdict.rule.id}  ${verdict.subject.text}: ${whatIsWrong(verdict)}${until}`;
  });
}

function costLines(review: Review): readonly string[] {
  const { lines } = review.cost;
  const shown = lines
    .slice(0, LISTED)
    .map(
      ({ resource, what, before = NONE, after = NONE }) =>
        `${resource}: ${what} ${typicalOrMost(before.typical, after.typical, before.maximum, after.maximum)}`,
    );
  const rest = lines.length - LISTED;
  return [...unpricedTexts(review), ...shown, ...(rest > 0 ? [`and ${rest} more`] : [])];
}

/** The typical difference; where there is none, that of the most it may come to. */
function typicalOrMost(before: number, after: number, most: number, mostAfter: number): string {
  const typical = dollarDifference(before, after);
  return typical === "no difference" ? `at the most ${dollarDifference(most, mostAfter)}` : typical;
}

function summaryLines(review: Review, palette: Palette): readonly string[] {
  const { changes, acknowledgements, stack } = review;
  const { missing, unused, given } = acknowledgements;
  const counts = countByClass(changes).map(([is, count]) => `${count} ${is}`);
  return [
    palette.bold(leadText(review)),
    ...(counts.length > 1 ? [counts.join(", ")] : []),
    ...given
      .filter((entry) => !unused.includes(entry))
      .map(({ thing, class: is, owner }) => `Acknowledged by ${owner}: ${is} of ${thing}`),
    ...(missing.length === 0
      ? []
      : [
          palette.red(
            `${counted(missing.length, "acknowledgement")} missing: add to review/acknowledged.yaml, with owner and reason,`,
          ),
          ...missing.flatMap((change) => entryText(stack, change).trimEnd().split("\n")).map((line) => `  ${line}`),
        ]),
    ...failureTexts(review).map(palette.red),
  ];
}
