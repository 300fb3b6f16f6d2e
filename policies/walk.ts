import { Unreadable } from "./resource";

/** Keys and list positions from the top of inputs or of an object. */
export type Path = readonly (string | number)[];

export type Mapping = Readonly<Record<string, unknown>>;

/** A mapping somewhere in a value. */
export interface FoundMapping {
  readonly path: Path;
  readonly mapping: Mapping;
}

/** A text somewhere in a value. */
export interface FoundText {
  readonly path: Path;
  readonly text: string;
}

/** Every mapping in a value, itself included, the outer before the inner. What the plan doesn't show is passed by. */
export function mappingsIn(value: unknown, path: Path = []): readonly FoundMapping[] {
  const below = childrenOf(value, path).flatMap(({ child, at }) => mappingsIn(child, at));
  return isMapping(value) ? [{ path, mapping: value }, ...below] : below;
}

/**
 * Every text in a value.
 *
 * @param mayPass whether a text that the plan doesn't show may be passed by; by default each may
 * @throws {Unreadable} for one that may not
 */
export function textsIn(value: unknown, mayPass: (path: Path) => boolean = () => true): readonly FoundText[] {
  return textsBelow(value, [], mayPass);
}

function textsBelow(value: unknown, path: Path, mayPass: (path: Path) => boolean): readonly FoundText[] {
  if (typeof value === "string") return [{ path, text: value }];
  return childrenOf(value, path, mayPass).flatMap(({ child, at }) => textsBelow(child, at, mayPass));
}

function childrenOf(
  value: unknown,
  path: Path,
  mayPass: (path: Path) => boolean = () => true,
): readonly { readonly child: unknown; readonly at: Path }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    try {
      return [{ child: (value as Mapping)[key], at }];
    } catch (error) {
      if (error instanceof Unreadable && mayPass(at)) return [];
      throw error;
    }
  });
}

/** Whether a value is a mapping: neither a list nor nothing. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
