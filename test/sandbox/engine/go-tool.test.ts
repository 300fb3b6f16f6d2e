import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type GoTool, goTool, goToolPath } from "../../../sandbox/engine/go-tool";
import { toolKey, toolsFolder } from "../../../sandbox/engine/tool-cache";
import { recordingTerminal } from "./recording-terminal";

let folder: string;
let tool: GoTool;
const before = { path: process.env.PATH, tools: process.env.VANTAGE_TOOLS };

/** Puts a `go` on the PATH that does what a shell script says; `$3` is the file to write. */
function fakeGo(script: string): void {
  const path = join(folder, "bin", "go");
  writeFileSync(path, `#!/bin/sh\necho "$@" >> ${folder}/calls\n${script}\n`);
  chmodSync(path, 0o755);
}

const calls = () =>
  existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8").trim().split("\n") : [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "go-tool-"));
  for (const name of ["bin", "module"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "module", "go.mod"), "module m\n");
  writeFileSync(join(folder, "module", "go.sum"), "");
  process.env.PATH = `${join(folder, "bin")}${delimiter}${before.path}`;
  process.env.VANTAGE_TOOLS = join(folder, "tools");
  tool = {
    name: "hello",
    moduleFolder: join(folder, "module"),
    package: "example.org/hello",
    ldflags: "-s",
    duration: "a second",
  };
  fakeGo('echo built > "$3"');
});
afterEach(() => {
  process.env.PATH = before.path;
  if (before.tools === undefined) delete process.env.VANTAGE_TOOLS;
  else process.env.VANTAGE_TOOLS = before.tools;
});

test("builds what is pinned, once, and says that it does", async () => {
  const terminal = recordingTerminal();
  const path = await goTool(tool, terminal);
  expect(path).toBe(goToolPath(tool));
  expect(readFileSync(path, "utf8")).toBe("built\n");
  expect(terminal.steps[0]).toBe("Building hello from its Go module (0 s, a second, once)");
  expect(await goTool(tool, terminal)).toBe(path);
  expect(calls()).toHaveLength(1);
  expect(calls()[0]).toMatch(/^build -o \S+\.draft-\d+\/bin\/hello -mod=readonly .*-ldflags -s example\.org\/hello$/);
  expect(readdirSync(join(folder, "tools"))).toEqual([dirname(dirname(path)).split("/").at(-1)]);
});

test("two that need it at once build it once", async () => {
  fakeGo('sleep 1; echo built > "$3"');
  const terminal = recordingTerminal();
  const paths = await Promise.all([goTool(tool, terminal), goTool(tool, terminal)]);
  expect(new Set(paths).size).toBe(1);
  expect(calls()).toHaveLength(1);
  expect(terminal.steps).toContainEqual(expect.stringContaining("Waiting for hello"));
});

test("a failed build leaves nothing but what Go said, and the next one starts anew", async () => {
  fakeGo('echo half > "$3"; echo "missing go.sum entry" >&2; exit 1');
  await expect(goTool(tool, recordingTerminal())).rejects.toThrow(
    "go build example.org/hello failed:\nmissing go.sum entry",
  );
  expect(readdirSync(join(folder, "tools"))).toEqual([]);
  fakeGo('echo built > "$3"');
  expect(readFileSync(await goTool(tool, recordingTerminal()), "utf8")).toBe("built\n");
});

test("the lock and the draft of a build that was killed are cleared away", async () => {
  const target = dirname(dirname(goToolPath(tool)));
  mkdirSync(`${target}.draft-999999999/bin`, { recursive: true });
  writeFileSync(`${target}.lock`, "999999999");
  await goTool(tool, recordingTerminal());
  expect(readdirSync(join(folder, "tools"))).toEqual([target.split("/").at(-1)]);
});

test("without Go the error says so", async () => {
  process.env.PATH = join(folder, "nowhere");
  await expect(goTool(tool, recordingTerminal())).rejects.toThrow("Go is not installed: there is no `go` on the PATH.");
});

test("another pin or another flag is another binary", () => {
  const path = goToolPath(tool);
  expect(goToolPath({ ...tool, ldflags: "-w" })).not.toBe(path);
  expect(goToolPath({ ...tool, tags: ["x"] })).not.toBe(path);
  writeFileSync(join(folder, "module", "go.sum"), "changed");
  expect(goToolPath(tool)).not.toBe(path);
  expect(toolKey("t", ["ab", "c"])).not.toBe(toolKey("t", ["a", "bc"]));
});

test("tools live in the user's cache folder, or where VANTAGE_TOOLS says", () => {
  expect(toolsFolder({}, "/home/me")).toBe("/home/me/.cache/vantage/tools");
  expect(toolsFolder({ XDG_CACHE_HOME: "/cache" }, "/home/me")).toBe("/cache/vantage/tools");
  expect(toolsFolder({ XDG_CACHE_HOME: "/cache", VANTAGE_TOOLS: "/tools" }, "/home/me")).toBe("/tools");
});
