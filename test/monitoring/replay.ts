import { stringify } from "yaml";
import { deployedGroups, deployedRuleFiles } from "../charts/monitoring/rules-under-test";
import { prodPlatform } from "../infra/prod-platform";
import { promtool } from "./promtool";

/** A time of day, `09:22` or `09:22:14`, as the documents write it. */
export type Clock = string;

/** What a series shows from a time on: a number, or nothing any more. */
export type Points = Readonly<Record<Clock, number | "gone">>;

/** A series that is scraped during the replay. */
export interface ReplayedSeries {
  /** Name and labels: `up{job="x"}`. */
  readonly series: string;
  /** Values of a gauge. Before the first there is no series. */
  readonly gauge?: Points;
  /** Increases a second of a counter that begins at 0 with the replay. */
  readonly counter?: Points;
}

/** A stretch of time, replayed. */
export interface Replay {
  /** Alert that is watched. */
  readonly alert: string;
  readonly from: Clock;
  readonly until: Clock;
  /**
   * Time between evaluations, for long replays, in which the alert's own rule file is evaluated alone. @default that of its group, with all files. Days need
   * a longer one: promtool's engine reads 10,000 samples for a query at most, three and a half days of what is recorded every 30 seconds.
   */
  readonly every?: string;
  readonly series: readonly ReplayedSeries[];
  /** How many instances of the alert fire at these times. */
  readonly firing: Readonly<Record<Clock, number>>;
  /** Values of expressions at these times, for what is recorded. */
  readonly values?: readonly { readonly at: Clock; readonly expr: string; readonly value: number }[];
  /** Labels and annotations of the one instance that fires at a time. */
  readonly instance?: {
    readonly at: Clock;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  };
}

/** Time between samples. Source: document 000, section 4 (scrape interval). */
const SCRAPE_SECONDS = 15;

const prod = prodPlatform();
const files = deployedRuleFiles(prod);
const groups = deployedGroups(prod);

/** Replays series on the deployed rules and holds what fires to what is expected. */
export async function replay(spec: Replay): Promise<void> {
  await replayOn(files, spec);
}

/** The same with another expression in the place of the alert's own. */
export async function replayWith(expr: string, spec: Replay): Promise<void> {
  const changed = Object.entries(groups).map(([name, group]) => {
    const rules = group.rules.map((rule) => (rule.alert === spec.alert ? { ...rule, expr } : rule));
    return [name, stringify({ groups: [{ ...group, rules }] })];
  });
  await replayOn(Object.fromEntries(changed), spec);
}

async function replayOn(rules: Readonly<Record<string, string>>, spec: Replay): Promise<void> {
  const answer = await promtool(["test", "rules", "replay.yaml"], { ...rules, "replay.yaml": testFile(spec) });
  if (!answer.ok) throw new Error(answer.text);
}

/** The replay as promtool reads it. Source: Prometheus 2.51 documentation, Unit testing for rules. */
export function testFile(spec: Replay): string {
  const after = (clock: Clock) => `${seconds(clock) - seconds(spec.from)}s`;
  const firing = Object.entries(spec.firing).map(([at, count]) => ({
    eval_time: after(at),
    expr: `count(ALERTS{alertname="${spec.alert}",alertstate="firing"}) or vector(0)`,
    exp_samples: [{ labels: "{}", value: count }],
  }));
  const values = (spec.values ?? []).map(({ at, expr, value }) => ({
    eval_time: after(at),
    expr: `sum(${expr})`,
    exp_samples: [{ labels: "{}", value }],
  }));
  const { instance } = spec;
  const [file, { interval }] = groupOf(spec.alert);
  return stringify({
    rule_files: spec.every === undefined ? Object.keys(files) : [file],
    evaluation_interval: spec.every ?? interval,
    tests: [
      {
        interval: `${SCRAPE_SECONDS}s`,
        input_series: spec.series.map((one) => ({ series: one.series, values: samples(spec, one).join(" ") })),
        promql_expr_test: [...firing, ...values],
        ...(instance === undefined
          ? {}
          : {
              alert_rule_test: [
                {
                  eval_time: after(instance.at),
                  alertname: spec.alert,
                  exp_alerts: [{ exp_labels: instance.labels, exp_annotations: instance.annotations }],
                },
              ],
            }),
      },
    ],
  });
}

/** The rule file of an alert, with its group. */
function groupOf(alert: string) {
  const found = Object.entries(groups).find(([, { rules }]) => rules.some((rule) => rule.alert === alert));
  if (found === undefined) throw new Error(`no alert ${alert} is deployed`);
  return found;
}

/** One sample for each scrape between the two times. */
function samples({ from, until }: Replay, { gauge, counter }: ReplayedSeries): readonly (number | string)[] {
  const points = Object.entries(gauge ?? counter ?? {}).map(([clock, value]) => [seconds(clock), value] as const);
  const found: (number | string)[] = [];
  let total = 0;
  let gone = false;
  for (let now = seconds(from); now <= seconds(until); now += SCRAPE_SECONDS) {
    const value = points.filter(([since]) => since <= now).at(-1)?.[1];
    if (value === undefined || value === "gone") {
      // A target that ends leaves a mark, once.
      found.push(value === "gone" && !gone ? "stale" : "_");
      gone = value === "gone";
      continue;
    }
    gone = false;
    if (counter === undefined) {
      found.push(value);
    } else {
      found.push(total);
      total += value * SCRAPE_SECONDS;
    }
  }
  return found;
}

/** Seconds since midnight; a time after midnight is written with hours above 23. */
export function seconds(clock: Clock): number {
  const [hours = 0, minutes = 0, rest = 0] = clock.split(":").map(Number);
  return hours * 3600 + minutes * 60 + rest;
}
