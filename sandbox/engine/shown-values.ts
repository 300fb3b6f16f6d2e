/** How a plan shows a value that is secret. */
export const SECRET = "[secret]";

/** How a plan shows a value, or a part of a text, that only the cloud will tell. */
export const UNKNOWN = "[unknown]";

/** A value of a plan: plain JSON. */
export type ShownValue =
  | null
  | boolean
  | number
  | string
  | readonly ShownValue[]
  | { readonly [key: string]: ShownValue };

/**
 * The strings that stand for unknown values in the engine's files, one for each kind of value: bool, number, string, list, asset, archive, map.
 * Source: pulumi/sdk/go/common/resource/plugin/rpc.go, `Unknown*Value`.
 */
const UNKNOWN_MARKS = [
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];
// Anywhere in a text, because a provider or a component may have put an unknown into a longer one.
const UNKNOWN_PATTERN = new RegExp(UNKNOWN_MARKS.join("|"), "g");

/** Key of a map that is not a map but a marked value, and the marks. Source: pulumi/sdk/go/common/resource/properties.go and sig.go. */
const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";

/**
 * A value of the engine's files as a plan shows it: secrets and unknowns by their words, references to resources by URN, files by the hash of their
 * content (their path is that of one machine), keys of maps in alphabetical order.
 */
export function shownValue(value: unknown): ShownValue {
  if (typeof value === "string") return value.replace(UNKNOWN_PATTERN, UNKNOWN);
  if (value === undefined || value === null || typeof value === "number" || typeof value === "boolean")
    return value ?? null;
  if (Array.isArray(value)) return value.map(shownValue);

  const map = value as Record<string, unknown>;
  const signature = map[SIGNATURE_KEY];
  if (signature === SECRET_SIGNATURE) return SECRET;
  if (signature === RESOURCE_SIGNATURE) return shownValue(map.urn);
  if (signature !== undefined) return { hash: shownValue(map.hash) };
  return shownMap(map);
}

/** A map of properties as a plan shows it; see {@link shownValue}. */
export function shownMap(map: Readonly<Record<string, unknown>>): { readonly [key: string]: ShownValue } {
  const keys = Object.keys(map).sort();
  return Object.fromEntries(keys.map((key) => [key, shownValue(map[key])]));
}
