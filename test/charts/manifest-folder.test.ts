import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { differences, writeFolder } from "../../charts/manifest-folder";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "manifests-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FILES = new Map([
  ["a.yaml", "one\ntwo\n"],
  ["as-documented/a.yaml", "one\n"],
]);

test("a folder that isn't there misses every file", () => {
  expect(differences(join(folder, "none"), FILES)).toEqual([
    { path: "a.yaml", kind: "missing" },
    { path: "as-documented/a.yaml", kind: "missing" },
  ]);
});

test("writes, and then holds what it should", () => {
  const target = join(folder, "prod");
  expect(writeFolder(target, FILES)).toHaveLength(2);
  expect(differences(target, FILES)).toEqual([]);
  expect(readFileSync(join(target, "as-documented/a.yaml"), "utf8")).toBe("one\n");
});

test.each([
  ["one\n2\n", 2],
  ["one\ntwo", 3],
  ["one\ntwo\nthree\n", 3],
  ["", 1],
])("a file that reads %j is stale from line %i", (text, line) => {
  writeFolder(folder, FILES);
  writeFileSync(join(folder, "a.yaml"), text);
  expect(differences(folder, FILES)).toEqual([{ path: "a.yaml", kind: "stale", line }]);
});

test("a second run touches nothing; what no chart renders any more goes", () => {
  writeFolder(folder, FILES);
  const before = statSync(join(folder, "a.yaml")).mtimeMs;
  mkdirSync(join(folder, "old"));
  writeFileSync(join(folder, "old/b.yaml"), "gone\n");
  expect(writeFolder(folder, FILES)).toEqual([{ path: "old/b.yaml", kind: "left over" }]);
  expect(statSync(join(folder, "a.yaml")).mtimeMs).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(["a.yaml", "as-documented", "old"]);
});
