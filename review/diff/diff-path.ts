/** A step on the way to a value: a key of a mapping, or a member of a list by what tells it from the others (`name=main`, `0`). */
export type Step = string | { readonly member: string };

/** The way to a value that may lie in lists whose members have no fixed position. */
export type DiffPath = readonly Step[];

/** The keys of a path, without the members of lists: what tables match. */
export function keysOf(path: DiffPath): readonly string[] {
  return path.filter((step) => typeof step === "string");
}

/** A path for readers: `spec.containers[name=main].image`, `data["redis.conf"].maxmemory`. */
export function diffPathText(path: DiffPath): string {
  return path.map(stepText).join("").replace(/^\./, "");
}

function stepText(step: Step): string {
  if (typeof step !== "string") return `[${step.member}]`;
  return /^[\w-]+$/.test(step) ? `.${step}` : `["${step}"]`;
}

/**
 * Whether keys are those of a pattern, in which `*` stands for any key.
 *
 * @param where whether the pattern is the end of the keys, their beginning, or all of them
 */
export function fits(keys: readonly string[], pattern: readonly string[], where: "start" | "end" | "all"): boolean {
  if (where === "all" ? keys.length !== pattern.length : keys.length < pattern.length) return false;
  const from = where === "end" ? keys.length - pattern.length : 0;
  return pattern.every((key, index) => key === "*" || key === keys[from + index]);
}
