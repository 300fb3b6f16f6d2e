/** Objects with their keys sorted at every level; lists and scalars as they are. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, child]) => [key, sortKeys(child)]));
}

/**
 * The `configurationValues` of an EKS add-on: JSON with sorted keys, so that the order in which a program writes them
 * makes no difference; nothing when nothing is configured.
 * Source: pulumi-eks, nodejs/eks/addons/addon.ts, stringifyAddonConfiguration.
 */
export function addonConfiguration(values: object | undefined): string | undefined {
  return values === undefined ? undefined : JSON.stringify(sortKeys(values));
}
