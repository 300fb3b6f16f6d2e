import { resolve } from "node:path";
import { loadStackFile } from "../config/load";
import { type Project, readProject } from "./engine/project";
import { removeObjectsOf } from "./store/orphans";

/** Folder of this repository: `Pulumi.yaml`, the stack files, the program. */
export const REPOSITORY = resolve(__dirname, "..");

/** Section of a stack file whose `protectData` protects what holds data. */
const PROTECTING = "vantage:platform";

/** This repository as the engine is to run it: its program, its checks of a stack file, and the simulated cloud. */
export function vantageProject(): Project {
  return readProject(REPOSITORY, {
    cloud: resolve(__dirname, "cloud-process.ts"),
    policyPack: resolve(REPOSITORY, "policies"),
    checkStackFile: loadStackFile,
    removeOrphans: removeObjectsOf,
    withoutProtection: (config) => ({
      ...config,
      [PROTECTING]: { ...(config[PROTECTING] as object), protectData: false },
    }),
  });
}
