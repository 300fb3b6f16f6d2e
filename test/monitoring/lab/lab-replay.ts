import { stringify } from "yaml";
import { labRuleFileKey, labRuleFileText } from "../../../charts/lab/monitoring/lab-rule";
import { printedAlerts } from "../../../charts/lab/monitoring/rules/documented-alerts";
import { labRuleGroups } from "../../../charts/lab/monitoring/rules/rule-groups";
import { lab } from "../../charts/lab/lab-fixture";
import { promtool } from "../promtool";

const LAB = lab();
const text = (groups: ReturnType<typeof labRuleGroups>) =>
  Object.fromEntries(groups.map((group) => [labRuleFileKey(group), labRuleFileText(group)]));

/** The rule files that are deployed. */
export const DEPLOYED: Readonly<Record<string, string>> = text(labRuleGroups(LAB));

/** The documented alerts as they are printed. */
export const PRINTED: Readonly<Record<string, string>> = text(printedAlerts(LAB));

/** Series as promtool writes them (`0+1x10`), what fires and what is computed of them at some times. */
export interface LabReplay {
  readonly series: Readonly<Record<string, string>>;
  /** Alert that is watched, and how many of it fire at these times. */
  readonly alert?: string;
  readonly firing?: Readonly<Record<string, number>>;
  /** Expressions at a time, summed, with their value to five digits after the point. */
  readonly values?: readonly (readonly [at: string, expr: string, value: number])[];
  /** Labels and annotations of the one that fires at a time. */
  readonly instance?: { readonly at: string; readonly exp_labels: object; readonly exp_annotations: object };
  /** Time between samples. @default 15s */
  readonly interval?: string;
  /** Time between evaluations. @default 30s */
  readonly every?: string;
}

/** Replays series on rule files and holds what they make of them to what is expected. */
export async function labReplay(spec: LabReplay, files = DEPLOYED): Promise<void> {
  const firing = Object.entries(spec.firing ?? {}).map(([eval_time, value]) => ({
    eval_time,
    expr: `count(ALERTS{alertname="${spec.alert}",alertstate="firing"}) or vector(0)`,
    exp_samples: [{ labels: "{}", value }],
  }));
  const values = (spec.values ?? []).map(([eval_time, expr, value]) => ({
    eval_time,
    // Whole numbers: of fractions the last binary digit differs.
    expr: `round(100000 * sum(${expr}))`,
    exp_samples: [{ labels: "{}", value: Math.round(100_000 * value) }],
  }));
  const { instance } = spec;
  const alerts =
    instance === undefined
      ? {}
      : {
          alert_rule_test: [
            {
              eval_time: instance.at,
              alertname: spec.alert,
              exp_alerts: [{ exp_labels: instance.exp_labels, exp_annotations: instance.exp_annotations }],
            },
          ],
        };
  const test = {
    interval: spec.interval ?? "15s",
    input_series: Object.entries(spec.series).map(([series, samples]) => ({ series, values: samples })),
    promql_expr_test: [...firing, ...values],
    ...alerts,
  };
  const file = { rule_files: Object.keys(files), evaluation_interval: spec.every ?? "30s", tests: [test] };
  const answer = await promtool(["test", "rules", "replay.yaml.txt"], { ...files, "replay.yaml.txt": stringify(file) });
  if (!answer.ok) throw new Error(answer.text);
}
