import { LAB_RECEIVERS } from "../../charts/lab/monitoring/alertmanager-config";
import type { Objective } from "../../charts/lab/monitoring/rules/indicators";
import { LAB_WATCHDOG } from "../../charts/lab/monitoring/rules/objectives";
import type { Notice } from "../alerts/notice";
import type { TrafficCounts } from "../traffic/traffic";

type Labelled = Pick<Notice, "labels">;

/** An alert in a line: its name, and what else is its own. */
export function alertText({ labels }: Labelled): string {
  const { alertname = "", objective } = labels;
  return objective === undefined ? alertname : `${alertname} (${objective})`;
}

/**
 * Alerts that nothing accounts for: not the one that always fires, not what is injected, and not the burn of a budget that an injection harmed.
 *
 * @param alerts alerts that fire, or that somebody was told of
 * @param injected names of the alerts that were set off on purpose so far
 * @param harmed objectives that were harmed on purpose so far: windows of burn rates remember for hours
 * @returns each unexpected alert once, as text
 */
export function unexpectedAlerts(
  alerts: readonly Labelled[],
  injected: readonly string[],
  harmed: readonly Objective[],
): readonly string[] {
  const unexpected = alerts.filter(
    ({ labels: { alertname = "", objective } }) =>
      alertname !== LAB_WATCHDOG &&
      !injected.includes(alertname) &&
      !(objective !== undefined && harmed.some((one) => one === objective)),
  );
  return [...new Set(unexpected.map(alertText))];
}

/** What an objective shows: the share of what goes wrong, and how much may. */
export interface Indicator {
  readonly objective: Objective;
  /** Share of the last five minutes; NaN where nothing is recorded. */
  readonly bad: number;
  /** Share that may go wrong. */
  readonly budget: number;
}

/** Objectives that are missed, or that nothing is recorded of. */
export function missedObjectives(indicators: readonly Indicator[]): readonly string[] {
  // A comparison with NaN is false either way: what isn't within its budget is missed.
  return indicators
    .filter(({ bad, budget }) => !(bad <= budget))
    .map(({ objective, bad, budget }) => `${objective}: a share of ${bad} goes wrong, at most ${budget} may`);
}

/**
 * What is wrong with the traffic of a phase in which nothing is injected: no answers at all, requests without an answer, or answers with an error of the server.
 */
export function trafficProblems({ answered, unanswered }: TrafficCounts): readonly string[] {
  const failed = Object.keys(answered).filter((status) => status.startsWith("5"));
  return [
    ...(Object.keys(answered).length === 0 ? ["no request was answered"] : []),
    ...(unanswered > 0 ? [`${unanswered} requests were not answered`] : []),
    ...failed.map((status) => `${answered[status]} answers have status ${status}`),
  ];
}

/** What came of an injection. */
export interface Injected {
  /** Alert that it has to set off. */
  readonly alertname: string;
  /** Seconds until somebody was told of it, and after the end until somebody was told that it is over; undefined when nobody was. */
  readonly firedAfter: number | undefined;
  readonly resolvedAfter: number | undefined;
  /** What was told of the alert. */
  readonly told: readonly Pick<Notice, "labels" | "receiver">[];
}

/** What is wrong with the alert of an injection: not told, not resolved, told to others than those on call, or with other labels than these. */
export function injectionProblems(
  { alertname, firedAfter, resolvedAfter, told }: Injected,
  labels: Readonly<Record<string, string>>,
): readonly string[] {
  const strays = new Set(told.map(({ receiver }) => receiver).filter((receiver) => receiver !== LAB_RECEIVERS.page));
  return [
    ...(firedAfter === undefined ? [`nobody was told of ${alertname} in time`] : []),
    ...(firedAfter !== undefined && resolvedAfter === undefined
      ? [`nobody was told in time that ${alertname} is over`]
      : []),
    ...[...strays].map((receiver) => `${alertname} went to ${receiver}; it has to go to ${LAB_RECEIVERS.page}`),
    ...new Set(told.flatMap((notice) => labelProblems(notice, labels))),
  ];
}

/**
 * What a notice lacks of the labels that its rule gives it and of the one that tells this Prometheus from others.
 *
 * @returns a line for each label that is missing or different
 */
export function labelProblems({ labels }: Labelled, expected: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(expected)
    .filter(([name, value]) => labels[name] !== value)
    .map(
      ([name, value]) => `${labels.alertname}: label ${name} is ${labels[name] ?? "missing"}; it has to be ${value}`,
    );
}
