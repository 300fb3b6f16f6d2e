import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";

/** Configuration values of a stack by their full key, such as `vantage:network`. */
export type StackConfiguration = Readonly<Record<string, unknown>>;

/**
 * Copies the configuration of a stack file into the work folder, changed on the way if need be. The salt that an earlier run left there is kept: the secrets in the state were
 * encrypted with it.
 */
export function copyConfiguration(
  source: string,
  target: string,
  change: (config: StackConfiguration) => StackConfiguration = (config) => config,
): void {
  const { config = {} } = parse(readFileSync(source, "utf8")) as { config?: StackConfiguration };
  const before = existsSync(target)
    ? (parse(readFileSync(target, "utf8")) as { encryptionsalt?: string } | null)
    : null;
  const salt = before?.encryptionsalt;
  const draft = `${target}.tmp`;
  writeFileSync(draft, stringify({ ...(salt === undefined ? {} : { encryptionsalt: salt }), config: change(config) }));
  // In one move: an engine that reads at this moment gets the old file or the new one.
  renameSync(draft, target);
}
