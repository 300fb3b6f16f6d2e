import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { Terminal } from "../../sandbox/engine/terminal";
import { UserError } from "../../sandbox/engine/user-error";

/** What the browser is called: by Debian, by others, and Google's build of it. Any of them draws and runs pages in the same way. */
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"] as const;

/** Where Debian puts it, also for those whose PATH is short. */
const DEBIANS = "/usr/bin/chromium";

/** Longest time for apt-get and its download of about 110 MB. */
const APT_SECONDS = 600;

const run = promisify(execFile);

/** Path of a Chromium on this machine, looked for on the PATH; `undefined` where there is none. */
export function findChromium(
  path = process.env.PATH ?? "",
  isThere: (file: string) => boolean = isExecutable,
): string | undefined {
  const folders = path.split(delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, DEBIANS].find(isThere);
}

/**
 * Path of a Chromium, installed first where there is none and this machine lets us: with apt-get, as root. Source: Debian, package chromium.
 *
 * @throws {UserError} when it can't be installed, with what apt-get said
 */
export async function chromium(terminal: Terminal): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0) {
    throw new UserError("There is no Chromium on the PATH, and only root can install it: apt-get install chromium.");
  }
  const options = { timeout: APT_SECONDS * 1000, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  try {
    terminal.progress("Installing Chromium with apt-get");
    await run("apt-get", ["update", "--quiet"], options);
    await run("apt-get", ["install", "--quiet", "--yes", "--no-install-recommends", "chromium"], options);
  } catch (error) {
    const { stderr = "", message } = error as Error & { readonly stderr?: string };
    throw new UserError(`Chromium could not be installed: ${stderr.trim() || message}`);
  }
  const installed = findChromium();
  if (installed === undefined) throw new UserError("apt-get installed chromium, and there is none on the PATH.");
  return installed;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
