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
  /** All that is written of it, as Prometheus reads it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A rule file that a ConfigMap holds. */
export interface RuleText {
  readonly object: KubeObject;
  /** Name of the file. */
  readonly key: string;
  readonly text: string;
}

/** The rule files of ConfigMaps: those of their values that begin a mapping with groups. Scripts and settings of other systems are in ConfigMaps, too. */
export function ruleTexts(objects: readonly KubeObject[]): readonly RuleText[] {
  return objects
    .filter(({ apiVersion, kind }) => apiVersion === "v1" && kind === "ConfigMap")
    .flatMap((object) =>
      Object.entries((object.data ?? {}) as Record<string, string>)
        .filter(([key, text]) => /\.ya?ml$/.test(key) && /^groups:/m.test(text))
        .map(([key, text]) => ({ object, key, text })),
    );
}

/** Rules by the list of objects that they were read of: several checks and policy rules ask for the same, and reading YAML takes longer than judging it. */
const known = new WeakMap<readonly KubeObject[], readonly PlacedRule[]>();

/** Every rule in the rule files that ConfigMaps hold. A file that can't be read has none here: policies/rules/alerts/alert-rule-files.ts objects to it. */
export function prometheusRules(objects: readonly KubeObject[]): readonly PlacedRule[] {
  const before = known.get(objects);
  if (before !== undefined) return before;
  const found = readRules(objects);
  known.set(objects, found);
  return found;
}

function readRules(objects: readonly KubeObject[]): readonly PlacedRule[] {
  return ruleTexts(objects).flatMap(({ object, key, text }) =>
    groupsOf(text).flatMap(({ rules }) =>
      (Array.isArray(rules) ? (rules as readonly (PlacedRule["fields"] | null)[]) : []).map((rule) => ({
        object: referenceOf(object),
        path: ["data", key],
        name: String(rule?.alert ?? rule?.record ?? ""),
        expr: String(rule?.expr ?? ""),
        fields: rule ?? {},
      })),
    ),
  );
}

function groupsOf(text: string): readonly { readonly rules?: unknown }[] {
  try {
    const { groups } = parse(text) as { groups?: unknown };
    return Array.isArray(groups) ? groups.filter((group) => group !== null) : [];
  } catch {
    return [];
  }
}

/** What is wrong with a rule. */
export function ruleFinding({ object, path, name }: PlacedRule, message: string): ManifestFinding {
  return { object, path, message: `${name}: ${message}` };
}
