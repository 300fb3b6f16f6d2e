import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { GoModuleFile } from "./pins";

/** How long a module may take to arrive. */
export const DOWNLOAD_TIMEOUT_SECONDS = 60;

/**
 * The text of a file of a Go module, which Go downloads from its module proxy into its own cache.
 * @throws {Error} when Go is missing, the module can't be had, or it has no such file
 */
export async function goModuleFile({ module, version, file }: GoModuleFile): Promise<string> {
  const { Dir, Error: problem } = await downloaded(`${module}@${version}`);
  if (Dir === undefined) throw new Error(problem ?? "Go says nothing");
  return readFileSync(join(Dir, file), "utf8");
}

/** What `go mod download -json` says of a module. */
interface Downloaded {
  readonly Dir?: string;
  readonly Error?: string;
}

async function downloaded(module: string): Promise<Downloaded> {
  // The checksum database doesn't know every module that the proxy has; the pin of the file guards what is read.
  const env = { ...process.env, GOFLAGS: "", GOWORK: "off", GONOSUMDB: "*" };
  // Outside of any module, so that nothing but the proxy has a say.
  const options = { cwd: tmpdir(), env, timeout: DOWNLOAD_TIMEOUT_SECONDS * 1000 };
  try {
    return JSON.parse((await promisify(execFile)("go", ["mod", "download", "-json", module], options)).stdout);
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code === "ENOENT") throw new Error("Go is not installed");
    // A module that can't be had is described on standard output as well.
    if (stdout?.startsWith("{")) return JSON.parse(stdout);
    throw new Error(stderr?.trim() || "Go did not answer");
  }
}
