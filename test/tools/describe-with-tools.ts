import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type GoTool, goToolPath } from "../../sandbox/engine/go-tool";
import { describeUnless } from "./describe-unless";

/** What keeps tests from tools built from Go modules: nothing while they are built, or can be. */
export function missingTools(unbuilt: readonly string[], hasGo: boolean): string | undefined {
  if (unbuilt.length === 0 || hasGo) return undefined;
  return `it needs ${unbuilt.join(" and ")}, which Go builds, and there is no Go on the PATH`;
}

/** Tests that need tools built from Go modules: `describe`, unless they can't be had on this machine. */
export function describeWithTools(tools: readonly GoTool[], name: string, tests: () => void): void {
  const unbuilt = tools.filter((tool) => !existsSync(goToolPath(tool))).map((tool) => tool.name);
  describeUnless(missingTools(unbuilt, hasGo()), name, tests);
}

function hasGo(): boolean {
  return spawnSync("go", ["version"], { stdio: "ignore" }).status === 0;
}
