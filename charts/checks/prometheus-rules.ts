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

/** Every rule in the rule files that ConfigMaps hold. A file that can't be read has none here: policies/rules/alerts/alert-rule-files.ts objects to it. */
export function prometheusRules(objects: readonly KubeObject[]): readonly PlacedRule[] {
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

type Groups = readonly { readonly rules?: unknown }[];

/** Groups by the text that they were read of: several checks and policy rules ask for the same, and reading YAML takes longer than judging it. */
const known = new Map<string, Groups>();

function groupsOf(text: string): Groups {
  const before = known.get(text);
  if (before !== undefined) return before;
  const groups = readGroups(text);
  known.set(text, groups);
  return groups;
}

function readGroups(text: string): Groups {
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
