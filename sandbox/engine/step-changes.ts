import type { EngineEvent } from "@pulumi/pulumi/automation";

/** What an operation does to a resource. */
export const CHANGE_KINDS = ["create", "update", "replace", "delete"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One resource that an operation changes, or would change. */
export interface Change {
  readonly kind: ChangeKind;
  readonly urn: string;
  /** Paths of the properties that differ, in alphabetical order; empty for what is created or deleted. */
  readonly properties: readonly string[];
  /** Those of them that can't be changed in place. */
  readonly replacedFor: readonly string[];
  readonly failed: boolean;
}

/**
 * The steps of the engine that are a change of their own. A replacement is three steps, of which the logical one stands for all; what a refresh found arrives as the
 * update or the deletion that it makes to the state.
 */
const KIND_OF_STEP: Readonly<Record<string, ChangeKind>> = {
  create: "create",
  update: "update",
  replace: "replace",
  delete: "delete",
};

/** The change that an event reports, if it reports one. */
export function changeOf(event: EngineEvent): Change | undefined {
  const step = event.resOutputsEvent ?? event.resOpFailedEvent;
  if (step === undefined) return undefined;
  const { op, urn, detailedDiff, diffs, keys } = step.metadata;
  const kind = KIND_OF_STEP[op];
  if (kind === undefined) return undefined;

  const compared = kind === "update" || kind === "replace";
  const detailed = Object.entries(detailedDiff ?? {});
  const properties = detailed.length > 0 ? detailed.map(([path]) => path) : (diffs ?? []);
  const forcing = detailed.filter(([, { diffKind }]) => diffKind.endsWith("-replace")).map(([path]) => path);
  return {
    kind,
    urn,
    properties: compared ? [...properties].sort() : [],
    replacedFor: kind === "replace" ? [...(forcing.length > 0 ? forcing : (keys ?? []))].sort() : [],
    failed: event.resOpFailedEvent !== undefined,
  };
}

/** The number of changes of each kind, kinds without any left out. */
export function changeCounts(changes: readonly Change[]): Readonly<Partial<Record<ChangeKind, number>>> {
  const counts: Partial<Record<ChangeKind, number>> = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
