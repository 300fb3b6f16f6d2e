import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ShownValue } from "./shown-values";

/** Version of the layout of the plan file; it changes when a reader would have to. */
export const PLAN_VERSION = 1;

/** One resource of a plan. */
export interface PlanResource {
  /** Identity: `urn:pulumi:<stack>::<project>::<types of parents and own>::<name>`. */
  readonly urn: string;
  /** Token of the type, such as `aws:ec2/vpc:Vpc`. */
  readonly type: string;
  /** Logical name. */
  readonly name: string;
  /** URN of the parent; `null` for the stack itself. */
  readonly parent: string | null;
  /** URN of the provider resource; `null` for what has none. */
  readonly provider: string | null;
  /** Inputs after the provider's check, its defaults included; see `shown-values.ts` for secrets and unknowns. */
  readonly inputs: { readonly [key: string]: ShownValue };
  /** URNs of everything that has to exist before, in alphabetical order. */
  readonly dependencies: readonly string[];
  /** Whether the engine refuses to delete it. */
  readonly protect: boolean;
  /** Whether a provider makes it; false for components and the stack. */
  readonly custom: boolean;
}

/** What a stack would be if it were created now. Source: design.md, "The plan file". */
export interface PlanFile {
  readonly version: typeof PLAN_VERSION;
  readonly stack: string;
  /** Parents first, then by URN. */
  readonly resources: readonly PlanResource[];
}

/** Writes the plan in one move: a reader sees the old file or the new one, never a part. */
export function writePlanFile(path: string, plan: PlanFile): void {
  const draft = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(draft, `${JSON.stringify(plan, null, 2)}\n`);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
