import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAbandoned, lockHolders } from "../../../sandbox/engine/stack-lock";

test("finds the holders of all locks, and none where there is no lock", () => {
  const backend = mkdtempSync(join(tmpdir(), "backend-"));
  expect(lockHolders(backend)).toEqual([]);
  const folder = join(backend, ".pulumi", "locks", "organization", "p", "s");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "a.json"),
    '{"pid":7,"username":"me","hostname":"here","timestamp":"2025-01-01T00:00:00Z"}',
  );
  expect(lockHolders(backend)).toEqual([{ pid: 7, hostname: "here" }]);
});

test("a lock is abandoned when its process of this machine is gone, and only then", () => {
  const holder = { pid: 7, hostname: "here" };
  expect(isAbandoned(holder, "here", () => false)).toBe(true);
  expect(isAbandoned(holder, "here", () => true)).toBe(false);
  expect(isAbandoned(holder, "elsewhere", () => false)).toBe(false);
});
