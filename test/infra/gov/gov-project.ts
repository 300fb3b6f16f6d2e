import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Project, readProject } from "../../../sandbox/engine/project";
import type { CloudObject } from "../../../sandbox/store/cloud-object";
import { REPOSITORY } from "../../../sandbox/vantage-project";
import { GOV_FILE } from "./gov-platform";

/** Stack of the fixture. */
export const STACK = "gov";

/** The AWS side of the GovCloud stack on the sandbox's cloud, in a folder of its own. */
export interface GovProject extends Project {
  /** Everything that exists in the simulated cloud. */
  objects(): readonly CloudObject[];
  remove(): void;
}

/** A fresh copy of the stack file, with the program where it is. */
export function govProject(): GovProject {
  const scratch = resolve(REPOSITORY, ".sandbox");
  mkdirSync(scratch, { recursive: true });
  const root = mkdtempSync(join(scratch, "test-gov-"));
  cpSync(join(REPOSITORY, "Pulumi.yaml"), join(root, "Pulumi.yaml"));
  cpSync(GOV_FILE, join(root, `Pulumi.${STACK}.yaml`));
  const project = readProject(root, {
    cloud: resolve(REPOSITORY, "sandbox/cloud-process.ts"),
    checkStackFile: () => {},
    withoutProtection: (config) => ({
      ...config,
      "vantage:platform": { ...(config["vantage:platform"] as object), protectData: false },
    }),
  });
  const store = join(root, ".sandbox", STACK, "store.json");
  return {
    ...project,
    program: join(__dirname, "program.ts"),
    objects: () => (JSON.parse(readFileSync(store, "utf8")) as { objects: CloudObject[] }).objects,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
