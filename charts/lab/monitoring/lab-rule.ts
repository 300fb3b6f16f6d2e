import { yamlText } from "./yaml-text";

/** A condition that somebody is told about. Times are as Prometheus reads them, since a shortened one may be of milliseconds. */
export interface LabAlert {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A series that is kept under a name of its own. */
export interface LabRecord {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A group of rules in a file of its own. Documented alerts are alone in theirs, so that a change to one is a small one. */
export interface LabRuleGroup {
  /** Name of the file without `.yaml`. */
  readonly file: string;
  /** Name of the group; several files may have one of the same name. */
  readonly name: string;
  /** Time between evaluations. */
  readonly interval: string;
  readonly rules: readonly (LabAlert | LabRecord)[];
}

/** Time between evaluations, of all groups and of the server. Not documented: two scrapes. */
export const EVALUATION_INTERVAL = "30s";

/** Time between scrapes. Not documented: it is that of the other stacks. */
export const SCRAPE_INTERVAL = "15s";

/** Key of a group's file in its ConfigMap, and its name where the server finds it. */
export function labRuleFileKey({ file }: LabRuleGroup): string {
  return `${file}.yaml`;
}

/** A group as Prometheus reads it. The interval is written where it isn't the server's own: the document writes none. */
export function labRuleFileText({ name, interval, rules }: LabRuleGroup): string {
  return yamlText({ groups: [{ name, ...(interval === EVALUATION_INTERVAL ? {} : { interval }), rules }] });
}
