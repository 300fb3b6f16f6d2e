import { CHECKS } from "./checks/all";
import { type ConfigPath, showPath } from "./config-path";
import type { Finding } from "./finding";
import { type ParsedStack, parseSections } from "./parse-sections";
import { type Platform, toPlatform } from "./platform";
import { ConfigError, inFileOrder, type Problem } from "./problems";
import { unknownKey } from "./schema-findings";
import { CONFIG_NAMESPACE, SECTION_NAMES, type StackConfig } from "./stack-schema";
import type { Place } from "./yaml-places";

/** Where a stack's configuration was read. */
export interface ConfigSource {
  /** Heading of the report: `Pulumi.prod.yaml`. */
  readonly name: string;
  /** Line and column of a value, or of its key; the nearest parent's where it doesn't exist. */
  readonly locate: (path: ConfigPath, on?: "key") => Place | undefined;
  /** What was found while reading, before any value was looked at. */
  readonly problems?: readonly Problem[];
}

/**
 * Turns configuration into a platform, or says all that stands against it.
 *
 * @param stack name of the stack
 * @param config values by full key, such as `vantage:network`
 * @throws {ConfigError} with every problem of the schema and of the checks across fields
 */
export function checkStack(stack: string, config: Readonly<Record<string, unknown>>, source: ConfigSource): Platform {
  const parsed = parseSections(sectionsOf(config));
  const findings = [...unknownSections(config), ...parsed.findings, ...crossFindings(parsed)];
  const problems = [
    ...(source.problems ?? []),
    ...foreignKeys(config, source),
    ...findings.map((finding) => locateFinding(finding, source)),
  ];
  if (problems.length > 0) {
    throw new ConfigError(source.name, inFileOrder(problems));
  }
  return toPlatform(stack, readable(parsed));
}

function crossFindings(parsed: ParsedStack): Finding[] {
  const config = readable(parsed);
  return CHECKS.filter((check) => check.canRun(parsed)).flatMap((check) => check.find(config));
}

/** The sections as the checks take them; a check that can run finds in it all it has asked for. */
function readable({ sections }: ParsedStack): StackConfig {
  const there = SECTION_NAMES.filter((name) => !sections[name].absent);
  const fields = there.map((name) => [name, sections[name].fields]);
  return Object.fromEntries(fields) as StackConfig;
}

const PREFIX = `${CONFIG_NAMESPACE}:`;

function sectionsOf(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = Object.entries(config).filter(([key]) => key.startsWith(PREFIX));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(PREFIX.length), value]));
}

function unknownSections(config: Readonly<Record<string, unknown>>): Finding[] {
  const names = Object.keys(sectionsOf(config));
  return names
    .filter((name) => !(SECTION_NAMES as readonly string[]).includes(name))
    .map((name) => unknownKey([name], SECTION_NAMES, (section) => `${PREFIX}${section}`));
}

/**
 * Keys of the AWS provider's own namespace are refused: the stack makes its provider from `vantage:aws`, so `aws:region` would say something
 * and change nothing. Keys of other namespaces belong to others and are left alone.
 */
function foreignKeys(config: Readonly<Record<string, unknown>>, source: ConfigSource): Problem[] {
  return Object.keys(config)
    .filter((key) => key.startsWith("aws:"))
    .map((key) => ({
      path: key,
      ...source.locate([key], "key"),
      given: `the key ${key}`,
      allowed: `keys of the namespace ${CONFIG_NAMESPACE}`,
      mend: `remove it: account and region are set in ${PREFIX}aws, and the default AWS provider is not used`,
    }));
}

function locateFinding({ path, on, ...words }: Finding, source: ConfigSource): Problem {
  return { path: showPath(path), ...source.locate(path, on), ...words };
}
