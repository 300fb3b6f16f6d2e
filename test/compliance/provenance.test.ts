import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { provenanceOf, utc } from "../../compliance/provenance";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "provenance-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"];
  const env = { ...process.env, GIT_COMMITTER_DATE: "2026-01-02T03:04:05+02:00" };
  return execFileSync("git", [...identity, ...args], { cwd: folder, env, encoding: "utf8" }).trim();
}

test("a document has the time of its commit, in UTC, and the commit", () => {
  git("init", "--quiet");
  git("commit", "--quiet", "--allow-empty", "--message=first");
  const commit = git("rev-parse", "HEAD");
  expect(provenanceOf(folder)).toEqual({ modified: "2026-01-02T01:04:05Z", version: commit });
  expect(provenanceOf(folder, "2026-11-21").modified).toBe("2026-11-21T00:00:00Z");
  writeFileSync(join(folder, "new"), "");
  expect(provenanceOf(folder).version).toBe(`${commit}+changes`);
});

test("a folder without a commit is refused", () => {
  expect(() => provenanceOf(folder)).toThrow("git knows no commit in ");
});

test.each([
  ["2026-11-21", "2026-11-21T00:00:00Z"],
  ["2026-11-21T20:25:08Z", "2026-11-21T20:25:08Z"],
  ["2026-11-21T20:25:08-05:00", "2026-11-22T01:25:08Z"],
])("%s is %s", (text, time) => {
  expect(utc(text)).toBe(time);
});

test.each(["yesterday", "2026-13-01", "2026-11-21T20:25:08", ""])('"%s" is refused', (text) => {
  expect(() => utc(text)).toThrow(`--date is "${text}". Write a day, 2026-11-21`);
});
