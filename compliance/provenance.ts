import { execFileSync } from "node:child_process";
import { UserError } from "../sandbox/engine/user-error";

/** From what a document was made. */
export interface Provenance {
  /** When that was last changed, in UTC: `2026-11-21T20:25:08Z`. Not when the document was written, so that it can be made again byte for byte. */
  readonly modified: string;
  /** The commit, with `+changes` where the working tree holds something else. */
  readonly version: string;
}

/**
 * The commit of a repository and its time.
 *
 * @param date takes the place of the commit's time; `2026-11-21`, or a time with its zone
 * @throws {UserError} when the date can't be read, or git knows no commit
 */
export function provenanceOf(root: string, date?: string): Provenance {
  const version = `${git(root, "rev-parse", "HEAD")}${git(root, "status", "--porcelain") === "" ? "" : "+changes"}`;
  return { modified: utc(date ?? git(root, "show", "--no-patch", "--format=%cI", "HEAD")), version };
}

/**
 * A time in UTC, to the second.
 *
 * @throws {UserError} when the text is none
 */
export function utc(text: string): string {
  const complete = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const time = new Date(text);
  if (!complete || Number.isNaN(time.getTime())) {
    throw new UserError(`--date is "${text}". Write a day, 2026-11-21, or a time with its zone, 2026-11-21T20:25:08Z.`);
  }
  return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}

function git(root: string, ...args: readonly string[]): string {
  try {
    return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    throw new UserError(
      `git knows no commit in ${root}, and a document has to say from which one it was made. Run the command in a clone of the repository.`,
    );
  }
}
