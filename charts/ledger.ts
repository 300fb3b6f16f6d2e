import { isDeepStrictEqual } from "node:util";
import {
  type Json,
  type KubeObject,
  type ObjectReference,
  pathText,
  referenceOf,
  referenceText,
  valueAt,
} from "./kube-object";

/**
 * One change between what the documents say and what is deployed.
 *
 * @typeParam Check - names of the semantic checks
 */
export interface Deviation<Check extends string = string> {
  /** Row of the compatibility table, or a name of its own kind: unique in the ledger. */
  readonly id: string;
  readonly object: ObjectReference;
  /** Keys and list positions from the top of the object. */
  readonly path: readonly (string | number)[];
  /** The documented value; left out where the documents have no such key. */
  readonly documented?: Json;
  /** The deployed value; left out where the key is removed. */
  readonly deployed?: Json;
  /** Why, in a sentence. */
  readonly reason: string;
  /** Where that is known from: document and section, or the upstream reference. */
  readonly source: string;
  /** What objects when this entry is left out. */
  readonly without: Objection<Check>;
}

/** Who objects, and a part of what it says. */
export type Objection<Check extends string> =
  /** The API server refuses the object. */
  | { readonly by: "api-server"; readonly answer: string }
  /** Another writer takes the field over, and the next apply is a conflict. */
  | { readonly by: "second-writer"; readonly answer: string }
  /** Admitted, but not kept as given: every further apply writes the object again. */
  | { readonly by: "second-apply"; readonly answer: string }
  /** Admitted, but it doesn't do what the documents say; the named check sees it. */
  | { readonly by: "check"; readonly check: Check; readonly answer: string };

/**
 * The objects with the ledger's changes, in the same order.
 *
 * @throws {Error} for an entry whose object isn't there, whose documented value isn't what the chart renders, or that changes nothing: a
 * ledger that no longer fits the charts is an error of ours.
 */
export function applyLedger(objects: readonly KubeObject[], ledger: readonly Deviation[]): readonly KubeObject[] {
  const byReference = new Map(objects.map((object) => [referenceText(referenceOf(object)), object]));
  for (const deviation of ledger) {
    const key = referenceText(deviation.object);
    const object = byReference.get(key);
    if (object === undefined) {
      throw new Error(`Deviation ${deviation.id} changes ${key}, which no chart renders.`);
    }
    byReference.set(key, changed(object, deviation));
  }
  return [...byReference.values()];
}

function changed(object: KubeObject, { id, path, documented, deployed }: Deviation): KubeObject {
  const found = valueAt(object, path);
  if (!isDeepStrictEqual(found, documented)) {
    throw new Error(
      `Deviation ${id} expects ${show(documented)} at ${pathText(path)} of ${referenceText(referenceOf(object))}; the chart renders ${show(found)}.`,
    );
  }
  if (isDeepStrictEqual(documented, deployed)) {
    throw new Error(`Deviation ${id} deploys the documented value.`);
  }
  return replaced(object, path, deployed) as KubeObject;
}

/** A copy of the value with what lies at the path replaced, or removed; with its last key a map goes, too, because the API server doesn't keep empty ones. */
function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], deployed: Json | undefined): unknown {
  if (key === undefined) {
    return deployed;
  }
  if (Array.isArray(value)) {
    const item = replaced(value[Number(key)], rest, deployed);
    return value.toSpliced(Number(key), 1, ...(item === undefined ? [] : [item]));
  }
  const { [key]: old, ...others } = (value ?? {}) as Record<string, unknown>;
  const item = replaced(old, rest, deployed);
  if (item !== undefined) return { ...(value as object), [key]: item };
  return Object.keys(others).length === 0 ? undefined : others;
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
