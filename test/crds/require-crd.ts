import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { goModuleFile } from "./go-module-file";
import type { CrdPin } from "./pins";

/** Where definitions are kept between runs. */
const CACHE = join(
  process.env.VANTAGE_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "vantage"),
  "crds",
);

/** Where a checkout may have them beside it. */
const SHARED = resolve(__dirname, "../../../shared/crds");

/**
 * The text of a pinned definition: from the cache, else from the shared folder, else from its Go module, else downloaded from its address. What was
 * not in the cache is put there, so that a checkout without a shared folder beside it finds it. Content that doesn't match the pin is never
 * used, wherever it comes from.
 *
 * @param folders the cache first
 * @throws {Error} when no place has it, naming all of them: the tests that need it then fail instead of passing on nothing.
 */
export async function requireCrd(pin: CrdPin, folders: readonly string[] = [CACHE, SHARED]): Promise<string> {
  const looked: string[] = [];
  for (const { name, read } of placesOf(pin, folders)) {
    const { text, problem } = await read().catch((error: Error) => ({ text: undefined, problem: error.message }));
    if (text !== undefined && digest(text) === pin.sha256) {
      keep(text, join(folders[0] ?? CACHE, pin.path));
      return text;
    }
    looked.push(`  ${name} (${text === undefined ? problem : `SHA-256 ${digest(text)}`})`);
  }
  throw new Error([`${pin.path} with SHA-256 ${pin.sha256} is needed and was found nowhere:`, ...looked].join("\n"));
}

/** What a place has, or why it has nothing. */
interface Found {
  readonly text?: string;
  readonly problem?: string;
}

interface Place {
  readonly name: string;
  readonly read: () => Promise<Found>;
}

function placesOf({ path, address, goModule }: CrdPin, folders: readonly string[]): readonly Place[] {
  const files = folders.map((folder) => join(folder, path));
  return [
    ...files.map((file) => ({
      name: file,
      read: async () => (existsSync(file) ? { text: readFileSync(file, "utf8") } : { problem: "not there" }),
    })),
    ...(goModule === undefined
      ? []
      : [
          {
            name: `Go module ${goModule.module}@${goModule.version}`,
            read: async () => ({ text: await goModuleFile(goModule) }),
          },
        ]),
    { name: address, read: () => download(address) },
  ];
}

async function download(address: string): Promise<Found> {
  const response = await fetch(address, { signal: AbortSignal.timeout(20_000) });
  return response.ok ? { text: await response.text() } : { problem: `HTTP ${response.status}` };
}

/** Puts the text into the cache in one step: other tests look there at the same time. */
function keep(text: string, file: string): void {
  if (existsSync(file) && digest(readFileSync(file, "utf8")) === digest(text)) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
