import { readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

/** Folder of this repository. */
export const ROOT = resolve(__dirname, "../..");

/** Folders whose content isn't committed. */
export const NOT_COMMITTED: readonly string[] = [".git", ".sandbox", ".tools", "build", "node_modules"];

/** Paths of all files of the repository, from its root, with `/`. Read from the disk, so that a tree without its history does as well. */
export function repositoryFiles(): readonly string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(({ name }) => !NOT_COMMITTED.includes(name))
    .flatMap((top) =>
      top.isDirectory()
        ? readdirSync(join(ROOT, top.name), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
        : [top.name],
    )
    .filter((path) => !path.includes("node_modules/"))
    .sort();
}
