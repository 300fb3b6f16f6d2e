import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DAY_VARIABLE } from "../../../policies/today";
import type { Project } from "../../../sandbox/engine/project";
import type { CloudObject } from "../../../sandbox/store/cloud-object";
import { REPOSITORY, vantageProject } from "../../../sandbox/vantage-project";

/** A stack with the committed program and a stack file of its own, in a folder of its own: nothing a test does touches the sandbox of a person. */
export interface ProdCopy extends Project {
  /** Changes the text of the stack file; fails when there is nothing to change. */
  edit(from: string, to: string): void;
  /** Everything that exists in the simulated cloud. */
  objects(): readonly CloudObject[];
  /** Changes one object behind the engine's back. */
  drift(type: string, id: RegExp, change: (inputs: Record<string, unknown>) => void): void;
  remove(): void;
}

/** Name of the stack. */
export const PROD = "prod";

/** Makes a copy of prod, or of another stack. */
export function prodCopy(stack = PROD): ProdCopy {
  const scratch = resolve(REPOSITORY, ".sandbox");
  mkdirSync(scratch, { recursive: true });
  const root = mkdtempSync(join(scratch, `test-${stack}-`));
  const stackFile = join(root, `Pulumi.${stack}.yaml`);
  cpSync(join(REPOSITORY, `Pulumi.${stack}.yaml`), stackFile);
  const storeFile = join(root, ".sandbox", stack, "store.json");
  const read = () =>
    (existsSync(storeFile) ? JSON.parse(readFileSync(storeFile, "utf8")) : { objects: [] }) as {
      objects: CloudObject[];
    };
  return {
    ...vantageProject(),
    // A day on which every committed exemption counts.
    environment: { [DAY_VARIABLE]: "2026-11-21" },
    root,
    edit: (from, to) => {
      const text = readFileSync(stackFile, "utf8");
      if (!text.includes(from)) throw new Error(`${stackFile} has no "${from}" to change.`);
      writeFileSync(stackFile, text.replace(from, to));
    },
    objects: () => read().objects,
    drift: (type, id, change) => {
      const store = read();
      const found = store.objects.filter((object) => object.type === type && id.test(object.id));
      const [only] = found;
      if (only === undefined || found.length > 1) throw new Error(`${found.length} objects ${type} match ${id}`);
      change(only.inputs as Record<string, unknown>);
      writeFileSync(storeFile, JSON.stringify(store));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
