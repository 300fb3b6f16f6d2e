import { type KubeObject, referenceOf, valueAt } from "../kube-object";
import type { ManifestFinding } from "./check";

type Path = readonly (string | number)[];

/** A finding about an object. */
export function finding(object: KubeObject, path: Path, message: string): ManifestFinding {
  return { object: referenceOf(object), path, message };
}

/** The mapping at a path; empty where there is none. */
export function mappingAt(object: unknown, path: Path): Readonly<Record<string, unknown>> {
  const value = valueAt(object, path);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** The list at a path; empty where there is none. */
export function listAt(object: unknown, path: Path): readonly unknown[] {
  const value = valueAt(object, path);
  return Array.isArray(value) ? value : [];
}

/** The text at a path; empty where there is none. */
export function textAt(object: unknown, path: Path): string {
  const value = valueAt(object, path);
  return typeof value === "string" ? value : "";
}

/** The number at a path; 0 where there is none. */
export function numberAt(object: unknown, path: Path): number {
  const value = valueAt(object, path);
  return typeof value === "number" ? value : 0;
}
