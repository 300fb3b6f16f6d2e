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
import { CDK8S_APP, cdk8sCli, cdk8sCommands } from "../../bench/cdk8s-cli";
import { recordingTerminal } from "../sandbox/engine/recording-terminal";

const before = { path: process.env.PATH, tools: process.env.VANTAGE_TOOLS };
let folder: string;

/** Puts an `npm` on the PATH that does what a shell script says, in the folder that it is called in. */
function fakeNpm(script: string): void {
  const path = join(folder, "bin", "npm");
  writeFileSync(path, `#!/bin/sh\necho "$@" >> ${folder}/calls\n${script}\n`);
  chmodSync(path, 0o755);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cdk8s-cli-"));
  mkdirSync(join(folder, "bin"));
  process.env.PATH = `${join(folder, "bin")}${delimiter}${before.path}`;
  process.env.VANTAGE_TOOLS = join(folder, "tools");
});

afterEach(() => {
  process.env.PATH = before.path;
  if (before.tools === undefined) delete process.env.VANTAGE_TOOLS;
  else process.env.VANTAGE_TOOLS = before.tools;
  rmSync(folder, { recursive: true });
});

test("the first use installs what is locked, without install scripts; the second finds it", async () => {
  fakeNpm("mkdir -p node_modules/.bin && cp package-lock.json node_modules/.bin/cdk8s");
  const commands = await cdk8sCli(recordingTerminal());
  expect(commands).toBe(cdk8sCommands());
  expect(readFileSync(join(commands, "cdk8s"), "utf8")).toBe(
    readFileSync(join(CDK8S_APP, "package-lock.json"), "utf8"),
  );
  expect(await cdk8sCli(recordingTerminal())).toBe(commands);
  expect(readFileSync(join(folder, "calls"), "utf8")).toBe("ci --ignore-scripts --no-audit --no-fund\n");
});

test("a failed installation says what npm said and leaves nothing behind", async () => {
  fakeNpm("mkdir -p node_modules/.bin; echo 'no network' >&2; exit 1");
  await expect(cdk8sCli(recordingTerminal())).rejects.toThrow("could not be installed by npm ci:\nno network");
  expect(existsSync(cdk8sCommands())).toBe(false);
  expect(readdirSync(dirname(dirname(dirname(cdk8sCommands()))))).toEqual([]);
});

test("another lock file is another installation", () => {
  const app = join(folder, "app");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), "{}");
  writeFileSync(join(app, "package-lock.json"), "{}");
  const first = cdk8sCommands(join(folder, "tools"), app);
  writeFileSync(join(app, "package-lock.json"), "{ }");
  expect(cdk8sCommands(join(folder, "tools"), app)).not.toBe(first);
});

test("the peer's command has an exact version, and everything in its lock file a hash", () => {
  const { dependencies } = JSON.parse(readFileSync(join(CDK8S_APP, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const { packages } = JSON.parse(readFileSync(join(CDK8S_APP, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version?: string; integrity?: string; inBundle?: boolean }>;
  };
  expect(dependencies).toEqual({ "cdk8s-cli": "2.207.60" });
  const installed = Object.entries(packages).filter(([path, { inBundle }]) => path !== "" && inBundle !== true);
  expect(packages["node_modules/cdk8s-cli"]?.version).toBe(dependencies["cdk8s-cli"]);
  expect(installed.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-"))).toEqual([]);
});
