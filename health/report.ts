import type { Palette } from "../sandbox/engine/palette";
import type { ClusterAddress } from "./cluster-reader";
import type { Expectation } from "./expectation";
import type { Row } from "./run-checks";

const COLUMNS = ["check", "what", "expected", "found"] as const;
const MARK = { "as expected": "ok", finding: "finding", "not checked": "not checked" } as const;
type Verdict = Row["verdict"];

/** The table of a check, for a terminal: what was looked at, what was expected and what was found; then the counts. */
export function reportLines(
  rows: readonly Row[],
  { stack, now }: Pick<Expectation, "stack" | "now">,
  address: ClusterAddress,
  palette: Palette,
): readonly string[] {
  const colour: Readonly<Record<Verdict, (text: string) => string>> = {
    "as expected": palette.green,
    finding: palette.red,
    "not checked": palette.dim,
  };
  const cells = rows.map(({ verdict, check, subject, expected, found }) => [
    MARK[verdict],
    check,
    subject,
    expected,
    found,
  ]);
  const head = ["", ...COLUMNS];
  const widths = head.map((title, column) => Math.max(...[head, ...cells].map((row) => (row[column] ?? title).length)));
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const counts = (Object.keys(MARK) as readonly Verdict[]).map(
    (verdict) => `${rows.filter((row) => row.verdict === verdict).length} ${verdict}`,
  );
  return [
    `${palette.bold(stack)} at ${address.server || "the cluster that this pod runs in"}${contextText(address)}, ${minute(now)}`,
    "",
    palette.bold(line(head)),
    ...cells.map((row, index) => coloured(line(row), colour[rows[index]?.verdict ?? "finding"])),
    "",
    `${rows.length} rows: ${counts.join(", ")}`,
  ];
}

/** Colours the mark, which begins the line. */
function coloured(line: string, colour: (text: string) => string): string {
  const mark = Object.values(MARK).find((text) => line.startsWith(`${text} `)) ?? "";
  return `${colour(mark)}${line.slice(mark.length)}`;
}

function contextText({ context }: ClusterAddress): string {
  return context === "" ? "" : ` (context ${context})`;
}

function minute(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** The same for programs. `version` changes with the form. */
export function reportJson(rows: readonly Row[], { stack, now }: Expectation, address: ClusterAddress): string {
  const { context, server } = address;
  return JSON.stringify({ version: 1, stack, context, server, checkedAt: now.toISOString(), rows }, null, 2);
}
