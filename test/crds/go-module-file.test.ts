import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { goModuleFile } from "./go-module-file";

const FILE = { module: "example.org/widget", version: "v1.0.0", file: "crds/widgets.yaml" };
const path = process.env.PATH;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "go-module-"));
  mkdirSync(join(root, "module/crds"), { recursive: true });
  writeFileSync(join(root, "module/crds/widgets.yaml"), "kind: Widget\n");
  process.env.PATH = `${root}${delimiter}${path}`;
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(root, { recursive: true });
});

/** Puts a `go` on the PATH that does what a shell script says. */
function fakeGo(script: string): void {
  writeFileSync(join(root, "go"), `#!/bin/sh\necho "$@" > ${root}/asked\n${script}\n`);
  chmodSync(join(root, "go"), 0o755);
}

test("reads the file in the folder to which Go downloaded the module", async () => {
  fakeGo(`echo '{"Dir": "${root}/module"}'`);
  await expect(goModuleFile(FILE)).resolves.toBe("kind: Widget\n");
  expect(readFileSync(join(root, "asked"), "utf8")).toBe("mod download -json example.org/widget@v1.0.0\n");
});

test("says what Go said when the module can't be had", async () => {
  fakeGo(`echo '{"Error": "unknown revision v1.0.0"}'; exit 1`);
  await expect(goModuleFile(FILE)).rejects.toThrow("unknown revision v1.0.0");
});

test("says so when Go fails without an answer", async () => {
  fakeGo("echo 'cache is locked' >&2; exit 1");
  await expect(goModuleFile(FILE)).rejects.toThrow("cache is locked");
});

test("says so when there is no Go", async () => {
  process.env.PATH = join(root, "module");
  await expect(goModuleFile(FILE)).rejects.toThrow("Go is not installed");
});
