import { parse } from "yaml";
import type { Platform } from "../../../config/platform";
import { deployable, documented } from "../rendered";

/** A rule as Prometheus reads it. */
export interface ReadRule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A group as Prometheus reads it. */
export interface ReadGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly ReadRule[];
}

const CONFIG_MAP = "ConfigMap monitoring/prometheus-rules";

/** The rule files that are deployed: the text of each by its name. */
export function deployedRuleFiles(platform: Platform): Readonly<Record<string, string>> {
  return deployable(platform)(CONFIG_MAP).data as Record<string, string>;
}

/** The groups that are deployed, by name of the file. */
export function deployedGroups(platform: Platform): Readonly<Record<string, ReadGroup>> {
  return groups(deployedRuleFiles(platform));
}

/** The groups with the documented expressions, by name of the file. */
export function documentedGroups(platform: Platform): Readonly<Record<string, ReadGroup>> {
  return groups(documented(platform)(CONFIG_MAP).data as Record<string, string>);
}

/** Every rule that is deployed. */
export function deployedRules(platform: Platform): readonly ReadRule[] {
  return Object.values(deployedGroups(platform)).flatMap(({ rules }) => rules);
}

/** Names of the alerts that are deployed. */
export function deployedAlerts(platform: Platform): readonly string[] {
  return deployedRules(platform).flatMap(({ alert }) => alert ?? []);
}

function groups(files: Readonly<Record<string, string>>): Readonly<Record<string, ReadGroup>> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const { groups: read } = parse(text) as { groups: readonly ReadGroup[] };
      const [group, ...more] = read;
      if (group === undefined || more.length > 0) throw new Error(`${name} has ${read.length} groups`);
      return [name, group];
    }),
  );
}
