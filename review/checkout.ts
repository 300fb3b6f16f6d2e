import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DAY_VARIABLE } from "../policies/today";
import { UserError } from "../sandbox/engine/user-error";

/** A commit of the repository, laid out in a folder of its own. */
export interface Checkout {
  /** The whole name of the commit. */
  readonly commit: string;
  /** The day of the commit, as `2026-11-21`. */
  readonly day: string;
  readonly folder: string;
}

/** How many commits stay laid out: whoever goes to and fro between a few bases waits once for each. */
export const KEPT_CHECKOUTS = 5;

/**
 * Lays out the commit from which the working tree and a reference part, beside the working tree in the git-ignored `.sandbox/review/`, and reuses it the next time: a commit
 * doesn't change. What the reference has got since then isn't told as undone by the change. The commit's dependencies are those of the working tree where both have the same lock
 * file, and are installed otherwise.
 *
 * @param ref what git understands: `main`, `origin/main`, a commit
 * @throws {UserError} when git knows no such commit, or installing fails
 */
export function checkOut(root: string, ref: string, tell: (text: string) => void): Checkout {
  const commit = commitOf(root, ref);
  const day = git(root, "show", "--no-patch", "--format=%cs", commit);
  const all = join(root, ".sandbox", "review");
  const folder = join(all, commit);
  if (existsSync(folder) && !hasOwnDependencies(root, folder)) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(folder)) layOut(root, commit, folder, tell);
  const now = new Date();
  utimesSync(folder, now, now);
  removeOldest(all);
  return { commit, day, folder };
}

/** Whether a checkout has the dependencies of its commit: a link to those of the working tree holds only while both have the same lock file. */
function hasOwnDependencies(root: string, folder: string): boolean {
  return !lstatSync(join(folder, "node_modules")).isSymbolicLink() || sameLock(root, folder);
}

/** Lays out in another folder and renames it: what a killed run leaves is never taken for the commit, and of two runs at once one wins. */
function layOut(root: string, commit: string, folder: string, tell: (text: string) => void): void {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  try {
    const archive = execFileSync("git", ["archive", "--format=tar", commit], { cwd: root, maxBuffer: 2 ** 30 });
    execFileSync("tar", ["-x", "-C", draft], { input: archive });
    if (sameLock(root, draft)) symlinkSync(join(root, "node_modules"), join(draft, "node_modules"));
    else install(draft, commit, tell);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function commitOf(root: string, ref: string): string {
  try {
    const commit = git(root, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
    return parting(root, commit) ?? commit;
  } catch {
    throw new UserError(
      `git knows no commit "${ref}". Name a branch, a tag or a commit with --base; fetch it first if it is remote.`,
    );
  }
}

/** Where the working tree's history leaves that of a commit; undefined where they have nothing in common, as in a shallow clone. */
function parting(root: string, commit: string): string | undefined {
  try {
    return git(root, "merge-base", commit, "HEAD");
  } catch {
    return undefined;
  }
}

function git(root: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}

function sameLock(root: string, folder: string): boolean {
  const [ours, theirs] = [root, folder].map((path) => readFileSync(join(path, "package-lock.json"), "utf8"));
  return ours === theirs;
}

function install(folder: string, commit: string, tell: (text: string) => void): void {
  tell(`Installing the dependencies of ${commit.slice(0, 12)}, which has another lock file`);
  try {
    execFileSync("npm", ["ci", "--silent"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  } catch {
    throw new UserError(`The dependencies of ${commit.slice(0, 12)} can't be installed: npm ci failed in ${folder}.`);
  }
}

function removeOldest(all: string): void {
  const byAge = readdirSync(all)
    .map((name) => join(all, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const folder of byAge.slice(KEPT_CHECKOUTS)) rmSync(folder, { recursive: true, force: true });
}

/**
 * Runs a script of a checkout with its own code, on the commit's own day: an exemption that has ended since must not keep a plan from being made.
 *
 * @returns the exit code and all that it printed
 */
export async function runIn(
  { folder, day }: Checkout,
  script: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly text: string }> {
  const child = spawn(process.execPath, ["--require", "./start/register.cjs", script, ...args], {
    cwd: folder,
    env: { ...process.env, [DAY_VARIABLE]: day },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const parts: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (part: string) => parts.push(part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, text: parts.join("") }));
  });
}
