import { whatIsWrong } from "../../policies/report";
import { type ChangeClass, leadingClass, WORST_FIRST } from "../change";
import { dollarDifference, dollars } from "../money";
import type { VerdictChange } from "../policies";
import { NONE } from "../range";
import type { Review } from "../review";
import { counted } from "../words";
import { entryText } from "./acknowledgement-text";
import { type ChangeGroup, changeGroups } from "./change-groups";
import { fieldText } from "./field-text";
import { code, folded, linesWithin, plain } from "./markdown-text";
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

/** The most characters of a report. GitHub takes 65,536 in a comment; the rest is for what the workflow writes around it. Source: GitHub REST API, "body is too long (maximum is 65536 characters)". */
export const MOST_CHARACTERS = 60_000;
/** The most of what has to be done before the change may go on; it comes first and has to leave room for the rest. */
const MOST_OF_DUTIES = 12_000;
/** The most of one folded part, so that none takes the place of all others. */
const MOST_OF_PART = 9_000;

/** Signs that tell classes apart at a glance; their names stand beside them. */
const SIGNS: Readonly<Record<ChangeClass, string>> = {
  "no effect": "⚪",
  "in place": "🟢",
  rolling: "🟡",
  replacement: "🟠",
  "data loss": "🔴",
};

/**
 * A review as a comment on a pull request: what matters in one screen, details folded. What has no room is left out as a whole and counted; the page has all of it.
 */
export function markdownReport(review: Review): string {
  const top = summary(review);
  const parts = [...changeParts(review), ...otherParts(review)];
  const note = (left: number) =>
    left === 0 ? "" : `\n${counted(left, "part")} had no room here: the page \`review.html\` has all of them.\n`;
  const taken: string[] = [];
  let length = top.length + note(parts.length).length;
  for (const part of parts) {
    if (length + part.length + 1 > MOST_CHARACTERS) continue;
    taken.push(part);
    length += part.length + 1;
  }
  return `${[top, ...taken].join("\n")}${note(parts.length - taken.length)}`;
}

function summary(review: Review): string {
  const { stack, compared, changes } = review;
  const leading = leadingClass(changes);
  const counts = WORST_FIRST.map((one) => changes.filter((change) => change.class === one).length);
  const title = changes.length === 0 ? "nothing changes" : `${SIGNS[leading]} ${leading}`;
  return [
    `## Review of ${code(stack)}: ${title}`,
    "",
    `${plain(compared.base)} → ${plain(compared.head)}. ${plain(leadText(review))}`,
    "",
    ...(changes.length === 0
      ? []
      : [
          `| ${WORST_FIRST.map((one) => `${SIGNS[one]} ${one}`).join(" | ")} |`,
          `|${WORST_FIRST.map(() => "---:|").join("")}`,
          `| ${counts.join(" | ")} |`,
          "",
        ]),
    ...duties(review),
    `- **Policies**: ${policySentence(review)}`,
    `- **Cost**: ${plain(costText(review))}`,
    `- **Capacity**: ${capacityLines(review).length === 0 ? "as before." : `${counted(capacityLines(review).length, "amount")} differ.`}`,
    `- **Documented facts**: ${factSentence(review)}`,
    "",
  ].join("\n");
}

/** What has to be done before the change may go on. */
function duties(review: Review): readonly string[] {
  const {
    stack,
    stale,
    acknowledgements: { missing, unused, given },
  } = review;
  const used = given.filter((entry) => !unused.includes(entry));
  const lines = [
    ...(missing.length === 0
      ? []
      : [
          `**${counted(missing.length, "acknowledgement")} missing.** Something protected is replaced or loses data. Whoever answers for it adds to ${code("review/acknowledged.yaml")}, in this change:`,
          "",
          "```yaml",
          ...missing.map((change) => entryText(stack, change).trimEnd()),
          "```",
          "",
        ]),
    ...failureTexts(review).map((text) => `- ${plain(text)}`),
    ...used.map(
      ({ thing, class: is, owner, reason }) =>
        `- ${SIGNS[is]} ${is} of ${code(thing)} is acknowledged by ${plain(owner)}: ${plain(reason)}`,
    ),
  ];
  if (lines.length === 0) return [];
  // A cut inside the entries would leave their fence open: too many of them are counted, not listed.
  const text = lines.join("\n");
  if (text.length <= MOST_OF_DUTIES) return [text, ""];
  return [
    `**${counted(missing.length, "acknowledgement")} missing**, ${unused.length} for nothing, ${counted(stale.length, "manifest")} stale: too many to list here. ${code("npm run review")} prints the entries.`,
    "",
  ];
}

/** Changes, a folded part for each group of things of which the same is to be said. */
function changeParts({ changes }: Review): readonly string[] {
  return changeGroups(changes).map((group) => {
    const { class: is, operation, reason, changes: same } = group;
    const [first] = same;
    const what = same.length === 1 && first !== undefined ? code(first.thing.name) : counted(same.length, "thing");
    return folded(`${SIGNS[is]} ${is}: ${what} ${operation}`, `${plain(reason)}\n\n${listed(group)}`);
  });
}

function listed({ changes }: ChangeGroup): string {
  const lines = changes.flatMap(({ thing, fields }) => [
    `- ${code(thing.name)}${thing.protected ? ", protected" : ""}`,
    ...fields.map((field) => `  - ${SIGNS[field.class]} ${code(fieldText(field))}`),
  ]);
  return linesWithin(lines, MOST_OF_PART, (count) => `- and ${counted(count, "more line", "more lines")}`);
}

function otherParts(review: Review): readonly string[] {
  const { policies = [], cost } = review;
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          folded(
            title,
            linesWithin(
              lines.map((line) => `- ${line}`),
              MOST_OF_PART,
              (count) => `- and ${count} more`,
            ),
          ),
        ];
  return [
    ...part("Policies", policies.map(verdictLine)),
    ...part("Cost", [
      ...unpricedTexts(review).map(plain),
      ...cost.lines.map(
        ({ resource, what, before = NONE, after = NONE }) =>
          `${code(resource)}, ${plain(what)}: typically ${dollars(before.typical)} → ${dollars(after.typical)}, ${dollarDifference(before.typical, after.typical)}, at the most ${dollars(before.maximum)} → ${dollars(after.maximum)}`,
      ),
    ]),
    ...part("Capacity", capacityLines(review).map(plain)),
    ...part("Documented facts", factTexts(review).map(plain)),
  ];
}

function verdictLine({ kind, verdict }: VerdictChange): string {
  const words = { new: "**new**", fixed: "fixed", exempted: "let through" };
  const { rule, subject } = verdict;
  const until =
    verdict.outcome === "exempt"
      ? `, until ${verdict.exemption.until} (${plain(verdict.exemption.owner)}): ${plain(verdict.exemption.reason)}`
      : "";
  return `${words[kind]} ${code(rule.id)} (${rule.severity}) ${code(subject.text)}: ${plain(whatIsWrong(verdict))}${until}`;
}
