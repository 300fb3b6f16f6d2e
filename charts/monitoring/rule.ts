import type { PlatformWith } from "../../config/parts";
import { Duration } from "../../config/units/duration";
import type { Runbook } from "./runbooks";

/** How bad it is: `critical` needs somebody now, `warning` in working hours, `none` nobody. Source: documents 000 and 002, sections 3 and 2 (severity). */
export type Severity = "warning" | "critical" | "none";

/** A condition that somebody is told about. */
export interface AlertRule {
  /** Name, in the label `alertname`. */
  readonly alert: string;
  /** PromQL: every series it yields is an alert of its own. */
  readonly expr: string;
  /** How long it must hold before the alert fires. */
  readonly for: Duration;
  /** Labels beyond those of the series. They are the alert's identity and decide its route. */
  readonly labels: Readonly<Record<string, string>>;
  /** Words for the reader; Prometheus fills in `{{ $labels.instance }}` and `{{ $value }}`. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** A series that is computed at each evaluation and kept under a name of its own. */
export interface RecordingRule {
  /** Name of the metric. */
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A rule of either kind. */
export type Rule = AlertRule | RecordingRule;

/** One group of rules, in a file of its own: rules of a group are evaluated in order, so that alerts see what was recorded just before. */
export interface RuleFile {
  /** Name of the file without `.yaml`. */
  readonly name: string;
  /** Name of the group; several files may have one of the same name. */
  readonly group: string;
  /** Time between evaluations. */
  readonly interval: Duration;
  readonly rules: readonly Rule[];
}

/** Time between evaluations where nothing else is documented. Source: document 000, section 3 (30 seconds). */
export const EVALUATION_INTERVAL = Duration.parse("30s");

/** An alert that is designed here: what the documents show of theirs, all alerts have. */
export interface AlertDesign {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly severity: Severity;
  /** What is wrong, in a sentence. */
  readonly summary: string;
  /** What it means and what to look at first. */
  readonly description: string;
  readonly runbook: Runbook;
}

/** The alert with the labels and links that every alert has: severity, team, runbook. */
export function alert(platform: PlatformWith<"alerts">, design: AlertDesign): AlertRule {
  const { severity, summary, description, runbook } = design;
  return {
    alert: design.alert,
    expr: design.expr,
    for: Duration.parse(design.for),
    labels: { severity, team: platform.platform.team },
    annotations: { summary, description, runbook_url: runbookUrl(platform, runbook) },
  };
}

/** Address of a runbook. Source: document 000, section 3 (runbook_url). */
export function runbookUrl({ alerts }: PlatformWith<"alerts">, runbook: Runbook): string {
  return `${alerts.runbooks}/${runbook}`;
}
