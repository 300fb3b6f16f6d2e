import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimLock, underLock } from "../../../sandbox/engine/lock-file";

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "lock-")), "folder", "x.lock");
});

test("a free lock is taken, with the id of this process in it", () => {
  expect(claimLock(path)).toBeUndefined();
  expect(readFileSync(path, "utf8")).toBe(String(process.pid));
});

test("a lock that a running process holds is not taken", () => {
  claimLock(path);
  expect(claimLock(path)).toBe(process.pid);
});

test.each([["999999999"], [""]])("a lock left by a process that is gone (%j) is taken over", (content) => {
  claimLock(path);
  writeFileSync(path, content);
  expect(claimLock(path)).toBeUndefined();
  expect(readFileSync(path, "utf8")).toBe(String(process.pid));
});

test("work under a lock gives its result and its error, and leaves the lock free", async () => {
  expect(await underLock(path, fail, async () => existsSync(path))).toBe(true);
  await expect(
    underLock(path, fail, async () => {
      throw new Error("the work's own");
    }),
  ).rejects.toThrow("the work's own");
  expect(existsSync(path)).toBe(false);
});

function fail(pid: number): never {
  throw new Error(`Nobody holds the lock, but process ${pid} is waited for.`);
}
