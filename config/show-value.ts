/** Longest value that a report repeats, in characters. */
export const LONGEST_SHOWN = 80;

/**
 * A value of a stack file as a report shows it: texts and numbers as written, everything larger by its shape. Nothing longer than
 * {@link LONGEST_SHOWN} is repeated: a report names a mistake and doesn't copy the file, or a key pasted into the wrong place.
 */
export function showValue(value: unknown): string {
  if (value === undefined) {
    return "nothing";
  }
  if (value === null) {
    return "nothing (the key has no value)";
  }
  if (value === "") {
    return "an empty text";
  }
  if (typeof value === "string") {
    return value.length > LONGEST_SHOWN ? `a text of ${value.length} characters` : value;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  }
  if (typeof value === "object") {
    return showMapping(Object.keys(value));
  }
  return String(value);
}

/** The same, saying what kind of value it is where its text alone would not: `1.29 (a number)`. */
export function showKind(value: unknown): string {
  switch (typeof value) {
    case "number":
      return `${value} (a number)`;
    case "boolean":
      return `${value} (true or false)`;
    case "string":
      return value === "" ? showValue(value) : `${showValue(value)} (a text)`;
    default:
      return showValue(value);
  }
}

function showMapping(keys: readonly string[]): string {
  // Pulumi writes a value set with --secret as a mapping of this one key.
  if (keys.length === 1 && keys[0] === "secure") {
    return "an encrypted value";
  }
  return keys.length === 0 ? "an empty mapping" : `a mapping of ${keys.length === 1 ? "1 key" : `${keys.length} keys`}`;
}
