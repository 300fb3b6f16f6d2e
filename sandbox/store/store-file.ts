import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { CloudObject, StoreContent } from "./cloud-object";

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
  if (!Array.isArray(objects) || !isRecord(creations)) {
    throw new Error(`${file}: lacks the list "objects" or the map "creations"; ${mend}`);
  }
  const wrong = [...objects.entries()].map(([index, object]) => wrongObject(index, object)).find(Boolean);
  const miscounted = Object.entries(creations).find(([, count]) => typeof count !== "number");
  if (wrong !== undefined) {
    throw new Error(`${file}: ${wrong}; ${mend}`);
  }
  if (miscounted !== undefined) {
    throw new Error(`${file}: creations[${JSON.stringify(miscounted[0])}] is not a number; ${mend}`);
  }
  return { version: 1, objects, creations };
}

type Kind = "a string" | "a number" | "a map";

/** What each field of an object holds. */
const OBJECT_FIELDS: Readonly<Record<keyof CloudObject, Kind>> = {
  provider: "a string",
  location: "a string",
  type: "a string",
  id: "a string",
  urn: "a string",
  creation: "a number",
  inputs: "a map",
  outputs: "a map",
};

/** What is wrong with an entry of the list of objects: files are edited by hand to simulate drift, and that goes wrong. */
function wrongObject(index: number, object: unknown): string | undefined {
  if (!isRecord(object)) {
    return `objects[${index}] is not a map`;
  }
  const [field, kind] = Object.entries(OBJECT_FIELDS).find(([name, kind]) => kindOf(object[name]) !== kind) ?? [];
  if (field === undefined) {
    return undefined;
  }
  return object[field] === undefined
    ? `objects[${index}] lacks ${field}, ${kind}`
    : `objects[${index}].${field} is not ${kind}`;
}

function kindOf(value: unknown): Kind | undefined {
  if (isRecord(value)) {
    return "a map";
  }
  return typeof value === "string" ? "a string" : typeof value === "number" ? "a number" : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
