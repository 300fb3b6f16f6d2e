import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Folder of the tools that the project gets by itself, shared by all clones of one person: the variable VANTAGE_TOOLS, or `vantage/tools` in the user's cache folder as
 * the XDG base directory specification places it. It may be deleted at any time.
 */
export function toolsFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  home = homedir(),
): string {
  return environment.VANTAGE_TOOLS || join(environment.XDG_CACHE_HOME || join(home, ".cache"), "vantage", "tools");
}

/**
 * Folder name of a built tool. It changes with anything that would make another binary: the pinned modules, the flags, the machine. So a cache never holds a stale tool.
 */
export function toolKey(name: string, ingredients: readonly string[]): string {
  const hash = createHash("sha256");
  // The length before each part keeps two lists apart that only join to the same text.
  for (const part of ingredients) hash.update(`${part.length}:${part}`);
  return `${name}-${hash.digest("hex")}`;
}
