import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { deviations } from "../charts/deviations";
import type { Platform } from "../config/platform";
import { manifestsIn } from "../policies/manifests";
import type { PlannedResource } from "../policies/resource";
import { type Fact, readFacts } from "./fact";
import type { Sources } from "./read-back";

const REPOSITORY = resolve(__dirname, "..");

/** How a decision begins in docs/decisions.md: `**N1. Custom networking for pods.**`. */
const DECISION = /^\*\*([A-Z]\d+[a-z]?)\./gm;

/**
 * The committed table.
 *
 * @throws {FactError} when it can't be used
 */
export function committedFacts(): readonly Fact[] {
  return readFacts(parse(readFileSync(join(REPOSITORY, "docs/facts.yaml"), "utf8")));
}

/** What the facts of a stack are read back from: its plan, its committed manifests, and what was decided. */
export function sourcesOf(platform: Platform, resources: readonly PlannedResource[]): Sources {
  const folder = join(REPOSITORY, "manifests", platform.stack);
  return {
    resources,
    manifests: manifestsIn(folder),
    printed: manifestsIn(join(folder, "as-documented")),
    decisions: decisionsIn(REPOSITORY),
    deviations: deviationsOf(platform),
  };
}

/** Ids of the decisions of a repository. */
export function decisionsIn(root: string): ReadonlySet<string> {
  const decisions = readFileSync(join(root, "docs/decisions.md"), "utf8").matchAll(DECISION);
  return new Set([...decisions].map(([, id = ""]) => id));
}

/** Ids of the ledger's entries for a stack. */
export function deviationsOf(platform: Platform): ReadonlySet<string> {
  return new Set(deviations(platform).map(({ id }) => id));
}
