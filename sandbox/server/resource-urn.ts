import type { ResourceIdentity } from "./provider";

/**
 * The type and name that a URN ends with: `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`. A name may itself contain `::`.
 *
 * @throws Error if the text is no URN: the engine never sends one.
 */
export function identityOf(urn: string): ResourceIdentity {
  const [, , types, ...name] = urn.split("::");
  if (types === undefined || name.length === 0) throw new Error(`not a resource URN: ${urn}`);
  return { urn, type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}
