import { CONFIG_NAMESPACE } from "./stack-schema";

/** Way to a value of a stack file: the section's name without its namespace, then keys and list positions. */
export type ConfigPath = readonly (string | number)[];

/**
 * A path as reports and `pulumi config --path` write it.
 *
 * Keys that hold a dot, a slash or anything else beyond a plain word are quoted in brackets, so that a path has one reading.
 *
 * @example showPath(["kubelet", "evictionHard", "memory.available"]) // vantage:kubelet.evictionHard["memory.available"]
 */
export function showPath([section, ...keys]: ConfigPath): string {
  return keys.reduce<string>((path, key) => path + step(key), `${CONFIG_NAMESPACE}:${section}`);
}

function step(key: string | number): string {
  if (typeof key === "number") {
    return `[${key}]`;
  }
  return /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
