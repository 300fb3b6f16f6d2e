import { parse } from "yaml";
import { type KubeObject, type ObjectReference, referenceOf } from "../kube-object";
import type { ManifestFinding } from "./check";

/** A rule of a rule file, with its place. */
export interface PlacedRule {
  readonly object: ObjectReference;
  /** Way to the file in the object. */
  readonly path: readonly string[];
  /** Name of the alert or of the recorded metric. */
  readonly name: string;
  readonly expr: string;
}

/** Every rule in the rule files that ConfigMaps hold: those of their values that are a mapping with groups of rules. */
export function prometheusRules(objects: readonly KubeObject[]): readonly PlacedRule[] {
  return objects
    .filter(({ apiVersion, kind }) => apiVersion === "v1" && kind === "ConfigMap")
    .flatMap((object) =>
      Object.entries((object.data ?? {}) as Record<string, string>).flatMap(([key, text]) =>
        groupsOf(key, text).flatMap(({ rules = [] }) =>
          rules.map(({ alert, record, expr = "" }) => ({
            object: referenceOf(object),
            path: ["data", key],
            name: alert ?? record ?? "",
            expr,
          })),
        ),
      ),
    );
}

interface Group {
  readonly rules?: readonly { readonly alert?: string; readonly record?: string; readonly expr?: string }[];
}

function groupsOf(key: string, text: string): readonly Group[] {
  // Scripts and settings of other systems are in ConfigMaps, too.
  if (!/\.ya?ml$/.test(key) || !/^groups:/m.test(text)) return [];
  const { groups } = parse(text) as { groups?: unknown };
  return Array.isArray(groups) ? (groups as Group[]) : [];
}

/** What is wrong with a rule. */
export function ruleFinding({ object, path, name }: PlacedRule, message: string): ManifestFinding {
  return { object, path, message: `${name}: ${message}` };
}
