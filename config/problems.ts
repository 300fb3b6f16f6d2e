/** One thing that is wrong with a stack file. */
export interface Problem {
  /** Where: `vantage:network.subnets.general.cidrs.us-east-1a`. */
  readonly path: string;
  /** Line in the stack file, from 1; absent when the file is not at hand. */
  readonly line?: number;
  /** Column in that line, from 1. */
  readonly column?: number;
  /** What is there. */
  readonly given: string;
  /** What may be there. */
  readonly allowed: string;
  /** The way out, as an instruction. */
  readonly mend: string;
}

/**
 * A stack file that can't be used. It carries every problem at once, so that a file is mended in one round, and reads as a report for people:
 * the mistake is theirs to mend, and a stack trace through this code would not help them.
 */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  /** The mark by which Pulumi knows an error that is printed without a stack trace (`RunError` of its Node.js SDK). */
  readonly __pulumiRunError = true;

  constructor(
    /** What was read: the name of the stack file, or of the stack where there is no file. */
    readonly source: string,
    /** The problems, in the order of the file. */
    readonly problems: readonly Problem[],
  ) {
    super(formatProblems(source, problems));
    this.stack = this.message;
  }
}

/** The report: a heading, then each problem with its place and three lines. Ends without a line break. */
export function formatProblems(source: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`${source}: ${count}, nothing was run`, ...problems.map(formatProblem)].join("\n\n");
}

function formatProblem({ path, line, given, allowed, mend }: Problem): string {
  const place = line === undefined ? path : `${path}   line ${line}`;
  return [`  ${place}`, `    given    ${given}`, `    allowed  ${allowed}`, `    mend     ${mend}`].join("\n");
}

/** File order: by line, then column; problems without a line come last, by path. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      (a.path < b.path ? -1 : Number(a.path > b.path)),
  );
}
