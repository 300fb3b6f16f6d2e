import { isMapping, type Mapping } from "./walk";

/** Tags as a mapping, however a type writes them: as one, or as a list of keys and values. */
export function tagsOf(tags: unknown): Mapping {
  if (!Array.isArray(tags)) return isMapping(tags) ? tags : {};
  return Object.fromEntries(tags.filter(isMapping).map(({ key, value }) => [String(key), value]));
}

/** A tag that says nothing. */
export interface EmptyTag {
  readonly tag: string;
  /** `missing` or `empty`. */
  readonly given: string;
}

/** The tags among those required that are missing or empty. */
export function withoutValue(required: readonly string[], tags: Mapping): readonly EmptyTag[] {
  return required.flatMap((tag) => {
    const value = tags[tag];
    if (value === undefined || value === null) return [{ tag, given: "missing" }];
    return String(value).trim() === "" ? [{ tag, given: "empty" }] : [];
  });
}
