import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { schemaPath } from "../../compliance/oscal/schema-package";
import { describeUnless } from "../tools/describe-unless";

/** Tests that need OSCAL's published schema: `describe`, unless it can't be had on this machine. */
export function describeSchema(name: string, tests: () => void): void {
  const had = existsSync(schemaPath()) || spawnSync("python3", ["-m", "pip", "--version"]).status === 0;
  describeUnless(had ? undefined : "python3 with pip is not installed", name, tests);
}
