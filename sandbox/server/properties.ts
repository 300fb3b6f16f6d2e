/**
 * Values of resource properties as the engine's protocol carries them: JSON, with two kinds of marked values. An unknown is a string of one fixed
 * content; secrets, assets, archives and resource references are maps with a signature key.
 *
 * Source: pulumi/sdk/go/common/resource/properties.go (signatures), @pulumi/pulumi/runtime/rpc (the same in Node.js).
 */
export type PropertyValue = null | boolean | number | string | readonly PropertyValue[] | Properties;

/** A map of properties. */
export interface Properties {
  readonly [key: string]: PropertyValue;
}

/** Stands for a value that only a real create or update will tell. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Key that marks a map as something other than a map. */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";

/** Value of the signature key of a secret; its content is under `value`. */
export const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

/** Whether the value is a list. */
export function isList(value: PropertyValue | undefined): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

/** Whether the value is a map of properties: not null, no list, and not a marked value such as an asset. */
export function isMap(value: PropertyValue | undefined): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(SIGNATURE_KEY in value);
}

/** Marks a value as secret: the engine encrypts it in the state and hides it in its output. */
export function secret(value: PropertyValue): Properties {
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

/** The content of a secret, or the value itself. Outermost mark only. */
export function revealed(value: PropertyValue): PropertyValue {
  if (typeof value !== "object" || value === null || isList(value)) return value;
  const map = value as Properties;
  return map[SIGNATURE_KEY] === SECRET_SIGNATURE ? (map.value ?? null) : value;
}

/** The value without any mark of secrecy at any depth; other marked values stay as they are. */
export function withoutSecrets(value: PropertyValue): PropertyValue {
  const content = revealed(value);
  if (content !== value) return withoutSecrets(content);
  if (isList(content)) return content.map(withoutSecrets);
  return isMap(content) ? mapValues(content, withoutSecrets) : content;
}

/** A map with every value replaced. */
export function mapValues(map: Properties, replace: (value: PropertyValue) => PropertyValue): Properties {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, replace(value)]));
}

/** Whether an unknown occurs in the value at any depth. */
export function hasUnknown(value: PropertyValue | undefined): boolean {
  if (value === UNKNOWN) return true;
  if (isList(value)) return value.some(hasUnknown);
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/**
 * All values at a dotted path, looking into every element of the lists on the way: `vpcConfig.subnetIds` gives each subnet id. Unknowns, nulls and absent
 * values are left out, so callers need not care whether the program already knows the value.
 */
export function valuesAt(properties: Properties, path: string): readonly PropertyValue[] {
  let found: readonly PropertyValue[] = [properties];
  for (const key of path.split(".")) {
    found = found.flatMap((value) => {
      const next = isMap(value) ? value[key] : undefined;
      return next === undefined ? [] : isList(next) ? next : [next];
    });
  }
  return found.filter((value) => value !== null && value !== UNKNOWN);
}

/** All strings at a dotted path; see {@link valuesAt}. */
export function textsAt(properties: Properties, path: string): readonly string[] {
  return valuesAt(properties, path).filter((value): value is string => typeof value === "string");
}

/** Two maps as one, at every depth; where both have a value that is no map, `above` wins. */
export function merged(below: Properties, above: Properties): Properties {
  const result: Record<string, PropertyValue> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = below[key];
    result[key] = isMap(under) && isMap(value) ? merged(under, value) : value;
  }
  return result;
}
