import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type GoTool, goToolPath } from "../../sandbox/engine/go-tool";

/** What becomes of tests that need tools. */
export type ToolVerdict = "run" | "skip" | "fail";

/** Tests run when their tools are built or can be; where they can't, they are skipped by name, and are a failure in CI. */
export function toolVerdict(built: boolean, hasGo: boolean, inCi: boolean): ToolVerdict {
  if (built || hasGo) return "run";
  return inCi ? "fail" : "skip";
}

/** Tests that need tools built from Go modules: `describe`, unless they can't be had on this machine. */
export function describeWithTools(tools: readonly GoTool[], name: string, tests: () => void): void {
  const missing = tools.filter((tool) => !existsSync(goToolPath(tool))).map((tool) => tool.name);
  const verdict = toolVerdict(missing.length === 0, hasGo(), process.env.CI === "true");
  if (verdict === "run") {
    describe(name, tests);
    return;
  }
  const reason = `needs ${missing.join(" and ")}, which Go builds, and there is no Go on the PATH`;
  if (verdict === "fail") {
    test(name, () => {
      throw new Error(`It ${reason}.`);
    });
    return;
  }
  // Jest only counts what it skips.
  process.stderr.write(`Skipped: ${name} (${reason})\n`);
  // biome-ignore lint/suspicious/noSkippedTests: named above, and a failure in CI
  describe.skip(name, tests);
}

function hasGo(): boolean {
  return spawnSync("go", ["version"], { stdio: "ignore" }).status === 0;
}
