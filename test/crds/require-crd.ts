import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { CrdPin } from "./pins";

/** Where definitions are kept between runs. */
const CACHE = join(
  process.env.VANTAGE_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "vantage"),
  "crds",
);

/** Where a checkout may have them beside it. */
const SHARED = resolve(__dirname, "../../../shared/crds");

/**
 * The text of a pinned definition: from the cache, else from the shared folder, else downloaded into the cache. Content that doesn't match
 * the pin is never used, wherever it comes from.
 *
 * @throws {Error} when none of the three has it, naming all of them: the tests that need it then fail instead of passing on nothing.
 */
export async function requireCrd(pin: CrdPin, folders: readonly string[] = [CACHE, SHARED]): Promise<string> {
  const looked: string[] = [];
  for (const file of folders.map((folder) => join(folder, pin.path))) {
    const text = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    if (text !== undefined && digest(text) === pin.sha256) {
      return text;
    }
    looked.push(`${file} (${text === undefined ? "not there" : `SHA-256 ${digest(text)}`})`);
  }
  const { text, problem } = await download(pin);
  if (text === undefined) {
    throw new Error(
      `${pin.path} with SHA-256 ${pin.sha256} is needed and was found nowhere:\n` +
        [...looked, `${pin.address} (${problem})`].map((place) => `  ${place}`).join("\n"),
    );
  }
  const cached = join(folders[0] ?? CACHE, pin.path);
  mkdirSync(dirname(cached), { recursive: true });
  writeFileSync(cached, text);
  return text;
}

async function download({ address, sha256 }: CrdPin): Promise<{ text?: string; problem?: string }> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(20_000) });
    if (!response.ok) {
      return { problem: `HTTP ${response.status}` };
    }
    const text = await response.text();
    return digest(text) === sha256 ? { text } : { problem: `SHA-256 ${digest(text)}` };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
