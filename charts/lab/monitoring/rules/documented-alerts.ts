import type { Lab } from "../../lab";
import { EVALUATION_INTERVAL, type LabAlert, type LabRuleGroup } from "../lab-rule";
import { type LabTime, shortened } from "../shortened";
import { type AlertExpressions, documentedExpressions, type LatencyLimit, soundExpressions } from "./expressions";

/** Names of the documented groups. Source: document 003, section 6 (Alert Configuration Examples). */
export const DOCUMENTED_GROUPS = { pages: "slo_violations", tickets: "resource_exhaustion" } as const;

/** What latencies are held to, as PromQL has it. */
export function latencyLimit({ labMonitoring }: Pick<Lab, "labMonitoring">): LatencyLimit {
  const { latencyPercent, latencyMilliseconds } = labMonitoring.objectives;
  return { share: Number((latencyPercent / 100).toPrecision(9)), seconds: latencyMilliseconds / 1000 };
}

/** The alerts as the document prints them, a file each. */
export function printedAlerts(lab: Lab, time: LabTime = {}): readonly LabRuleGroup[] {
  return groups(lab, { of: documentedExpressions(latencyLimit(lab), time), everyRunbook: false }, time);
}

/** The alerts as they are deployed: the same with expressions that say what they mean, and each with a runbook. */
export function deployedAlerts(lab: Lab, time: LabTime = {}): readonly LabRuleGroup[] {
  return groups(lab, { of: soundExpressions(latencyLimit(lab), time), everyRunbook: true }, time);
}

/** What the two forms of the alerts differ in. */
interface Form {
  readonly of: AlertExpressions;
  /** Whether each alert links to a runbook. */
  readonly everyRunbook: boolean;
}

/**
 * Names, patience, labels and annotations are the document's own.
 *
 * Source: document 003, section 6 (Alert Configuration Examples).
 */
function groups({ labMonitoring }: Lab, { of, everyRunbook }: Form, time: LabTime): readonly LabRuleGroup[] {
  const runbook = (name: string) => ({ runbook_url: `${labMonitoring.runbooks}/${name}` });
  // The printed examples of the second group link to nothing.
  const added = (name: string) => (everyRunbook ? runbook(name) : {});
  return [
    alone("high-error-rate", DOCUMENTED_GROUPS.pages, time, {
      alert: "HighErrorRate",
      expr: of.errorRate,
      for: shortened("5m", time),
      labels: { severity: "critical", service: "backend" },
      annotations: {
        summary: "High error rate detected",
        description: "Error rate is {{ $value | humanizePercentage }} for the last 5 minutes",
        ...runbook("high-error-rate"),
      },
    }),
    alone("high-latency", DOCUMENTED_GROUPS.pages, time, {
      alert: "HighLatency",
      expr: of.latency,
      for: shortened("10m", time),
      labels: { severity: "warning", service: "backend" },
      annotations: {
        summary: "High latency detected",
        description: "95th percentile latency is {{ $value }}s",
        ...runbook("high-latency"),
      },
    }),
    alone("high-cpu-usage", DOCUMENTED_GROUPS.tickets, time, {
      alert: "HighCPUUsage",
      expr: of.cpu,
      for: shortened("15m", time),
      labels: { severity: "warning" },
      annotations: {
        summary: "High CPU usage on {{ $labels.pod }}",
        description: "CPU usage is {{ $value | humanizePercentage }}",
        ...added("high-cpu-usage"),
      },
    }),
    alone("high-memory-usage", DOCUMENTED_GROUPS.tickets, time, {
      alert: "HighMemoryUsage",
      expr: of.memory,
      for: shortened("10m", time),
      labels: { severity: "warning" },
      annotations: {
        summary: "High memory usage on {{ $labels.pod }}",
        description: "Memory usage is {{ $value | humanizePercentage }}",
        ...added("high-memory-usage"),
      },
    }),
  ];
}

function alone(file: string, name: string, time: LabTime, rule: LabAlert): LabRuleGroup {
  return { file, name, interval: shortened(EVALUATION_INTERVAL, time), rules: [rule] };
}
