import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** How one file of a folder differs from what it should hold. */
export interface Difference {
  /** Path in the folder, with `/`. */
  readonly path: string;
  readonly kind: "missing" | "stale" | "left over";
  /** The first line that differs, from 1; only of a stale file. */
  readonly line?: number;
}

/** What is wrong with a folder that should hold exactly these files; empty when it holds them. */
export function differences(folder: string, files: ReadonlyMap<string, string>): readonly Difference[] {
  const present = new Map(filesOf(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  const wanted = [...files].flatMap(([path, text]): Difference[] => {
    const found = present.get(path);
    if (found === undefined) return [{ path, kind: "missing" }];
    return found === text ? [] : [{ path, kind: "stale", line: firstDifferentLine(found, text) }];
  });
  const leftOver = [...present.keys()].filter((path) => !files.has(path));
  return [...wanted, ...leftOver.map((path): Difference => ({ path, kind: "left over" }))];
}

/**
 * Makes a folder hold exactly these files. Each is written beside its place and moved there, so that a killed run leaves whole files; what
 * belongs to no chart any more is removed. Files that already hold their text stay untouched.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): readonly Difference[] {
  const changes = differences(folder, files);
  for (const { path, kind } of changes) {
    const file = join(folder, path);
    if (kind === "left over") {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.draft`;
    writeFileSync(draft, files.get(path) ?? "");
    renameSync(draft, file);
  }
  return changes;
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .sort();
  } catch (error) {
    // A stack's first synth: there is no folder yet.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function firstDifferentLine(found: string, wanted: string): number {
  const lines = wanted.split("\n");
  const before = found.split("\n").findIndex((line, index) => line !== lines[index]);
  return (before === -1 ? found.split("\n").length : before) + 1;
}
