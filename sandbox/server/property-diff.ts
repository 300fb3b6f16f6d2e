import { isList, isMap, type Properties, type PropertyValue, withoutSecrets } from "./properties";

/** Way to a value: keys of maps and positions in lists. */
export type PropertyPath = readonly (string | number)[];

/** One value that differs. */
export interface PropertyChange {
  readonly path: PropertyPath;
  readonly kind: "add" | "delete" | "update";
}

/**
 * Every value that differs between two maps, at the greatest depth where both still have a map or a list. Secrets are compared by content. An unknown differs
 * from whatever was there before, because it may turn out to be anything.
 */
export function propertyChanges(before: Properties, after: Properties): readonly PropertyChange[] {
  return changesBelow([], withoutSecrets(before), withoutSecrets(after));
}

function changesBelow(
  path: PropertyPath,
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
): readonly PropertyChange[] {
  if (isList(before) && isList(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => changesBelow([...path, index], before[index], after[index])).flat();
  }
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => changesBelow([...path, key], before[key], after[key]));
  }
  // An absent value and an explicit null mean the same to every service here.
  const was = before ?? undefined;
  const is = after ?? undefined;
  if (was === undefined && is === undefined) return [];
  if (was === undefined) return [{ path, kind: "add" }];
  if (is === undefined) return [{ path, kind: "delete" }];
  return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, kind: "update" }];
}

/** A path as the engine writes it: `ingress[0].cidrBlocks`, `tags["kubernetes.io/role/elb"]`. */
export function formatPath(path: PropertyPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (/^[A-Za-z_$][\w$-]*$/.test(step)) return text === "" ? step : `${text}.${step}`;
    return `${text}[${JSON.stringify(step)}]`;
  }, "");
}

/** Whether the path is at or below one of the dotted patterns; positions in lists don't count. */
export function isWithin(path: PropertyPath, patterns: readonly string[]): boolean {
  const keys = path.filter((step) => typeof step === "string");
  return patterns.some((pattern) => pattern.split(".").every((key, index) => keys[index] === key));
}
