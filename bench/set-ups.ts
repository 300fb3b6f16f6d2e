import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ProgramSetUp } from "./program-start";

/** What Pulumi does by itself: ts-node with a full type check, under the project's own compiler options. */
export function defaultSetUp(root: string): ProgramSetUp {
  return {
    name: "Pulumi's default (ts-node, types checked)",
    nodeArgs: [],
    environment: { PULUMI_NODEJS_TYPESCRIPT: "true", PULUMI_NODEJS_TSCONFIG_PATH: join(root, "tsconfig.json") },
  };
}

/** The usual way to leave the type check out. */
export const TSX_SET_UP: ProgramSetUp = {
  name: "tsx, types not checked",
  nodeArgs: ["--import", "tsx"],
  environment: { PULUMI_NODEJS_TYPESCRIPT: "false" },
};

/** What `Pulumi.yaml` asks for. */
export function projectSetUp(root: string): ProgramSetUp {
  const { runtime } = parse(readFileSync(join(root, "Pulumi.yaml"), "utf8")) as {
    runtime: { options?: { typescript?: boolean; nodeargs?: string } };
  };
  const { typescript = true, nodeargs = "" } = runtime.options ?? {};
  return {
    name: `this project (${nodeargs})`,
    nodeArgs: nodeargs.split(" ").filter((arg) => arg !== ""),
    environment: { PULUMI_NODEJS_TYPESCRIPT: String(typescript) },
  };
}
