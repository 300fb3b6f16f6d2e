import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { StoreContent } from "./cloud-object";

/** A cloud in which nothing was made yet. */
export const EMPTY_CLOUD: StoreContent = { version: 1, objects: [], creations: {} };

/**
 * Reads a store's file. A missing or empty file is an empty cloud.
 *
 * @throws Error naming the file when it holds something else: guessing would lose a simulated cloud that a test still needs.
 */
export function readStoreFile(file: string): StoreContent {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return EMPTY_CLOUD;
    throw error;
  }
  if (text.trim() === "") return EMPTY_CLOUD;
  return parseStore(text, file);
}

function parseStore(text: string, file: string): StoreContent {
  const mend = "restore the file, or delete it to begin with an empty cloud";
  let content: Partial<StoreContent>;
  try {
    content = JSON.parse(text) as Partial<StoreContent>;
  } catch (error) {
    throw new Error(`${file}: not JSON (${(error as Error).message}); ${mend}`);
  }
  if (content?.version !== 1) {
    throw new Error(`${file}: version ${JSON.stringify(content?.version)}, but this program reads version 1; ${mend}`);
  }
  const { objects, creations } = content;
  if (!Array.isArray(objects) || typeof creations !== "object") {
    throw new Error(`${file}: lacks the list "objects" or the map "creations"; ${mend}`);
  }
  return { version: 1, objects, creations };
}

/** Writes a store's file as a whole: a reader, or a process killed in the middle, sees the old content or the new one, nothing between. */
export function writeStoreFile(file: string, content: StoreContent): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(content, null, 1)}\n`);
  renameSync(temporary, file);
}

/** Changes whenever the file was replaced or written; empty while there is none. */
export function fileStamp(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? "" : `${stats.ino}:${stats.mtimeNs}:${stats.size}`;
}
