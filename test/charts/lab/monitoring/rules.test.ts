import { parse } from "yaml";
import { labRuleFileText } from "../../../../charts/lab/monitoring/lab-rule";
import { printedAlerts } from "../../../../charts/lab/monitoring/rules/documented-alerts";
import { labRuleGroups } from "../../../../charts/lab/monitoring/rules/rule-groups";
import { shortened } from "../../../../charts/lab/monitoring/shortened";
import { documentedLab, lab } from "../lab-fixture";

// Document 003, section 6 (Alert Configuration Examples), as it is printed.
const PRINTED = `
groups:
- name: slo_violations
  rules:
  - alert: HighErrorRate
    expr: rate(http_requests_total{status=~"5.."}[5m]) / rate(http_requests_total[5m]) > 0.01
    for: 5m
    labels:
      severity: critical
      service: backend
    annotations:
      summary: "High error rate detected"
      description: "Error rate is {{ $value | humanizePercentage }} for the last 5 minutes"
      runbook_url: "https://wiki.company.com/runbooks/high-error-rate"

  - alert: HighLatency
    expr: histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m])) > 0.2
    for: 10m
    labels:
      severity: warning
      service: backend
    annotations:
      summary: "High latency detected"
      description: "95th percentile latency is {{ $value }}s"
      runbook_url: "https://wiki.company.com/runbooks/high-latency"

- name: resource_exhaustion
  rules:
  - alert: HighCPUUsage
    expr: avg(rate(container_cpu_usage_seconds_total[5m])) by (pod) > 0.8
    for: 15m
    labels:
      severity: warning
    annotations:
      summary: "High CPU usage on {{ $labels.pod }}"
      description: "CPU usage is {{ $value | humanizePercentage }}"

  - alert: HighMemoryUsage
    expr: container_memory_usage_bytes / container_spec_memory_limit_bytes > 0.9
    for: 10m
    labels:
      severity: warning
    annotations:
      summary: "High memory usage on {{ $labels.pod }}"
      description: "Memory usage is {{ $value | humanizePercentage }}"
`;

type Groups = readonly { readonly name: string; readonly rules: readonly object[] }[];

/** Groups of one name joined, as one file would have them. */
function joined(texts: readonly string[]): Groups {
  const groups = texts.flatMap((text) => (parse(text) as { groups: Groups }).groups);
  return [...new Set(groups.map(({ name }) => name))].map((name) => ({
    ...groups.find((group) => group.name === name),
    name,
    rules: groups.filter((group) => group.name === name).flatMap(({ rules }) => rules),
  }));
}

describe("the documented alerts", () => {
  test("are rendered key for key", () => {
    const rules = documentedLab().find(({ metadata }) => metadata.name === "prometheus-rules");
    const byName = (groups: Groups) => Object.fromEntries(groups.map((group) => [group.name, group]));
    expect(byName(joined(Object.values(rules?.data as Record<string, string>)))).toEqual(byName(parse(PRINTED).groups));
  });

  test("come with the objective's numbers, which are the documented ones by default", () => {
    const strict = lab(({ labMonitoring }) =>
      Object.assign(labMonitoring, { objectives: { latencyMilliseconds: 100, latencyPercent: 99 } }),
    );
    expect(printedAlerts(strict)[1]?.rules[0]?.expr).toBe(
      "histogram_quantile(0.99, rate(http_request_duration_seconds_bucket[5m])) > 0.1",
    );
  });
});

test("what is deployed", () => {
  const expressions = Object.fromEntries(
    labRuleGroups(lab())
      .flatMap(({ rules }) => rules)
      .flatMap((rule) => ("alert" in rule ? [[rule.alert, rule.expr]] : [])),
  );
  const burns = (long: string, short: string, rate: number) =>
    `(shop:bad:share${long} > ${rate} * shop:error_budget:share and shop:bad:share${short} > ${rate} * shop:error_budget:share)`;
  expect(expressions).toEqual({
    HighErrorRate: 'sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m])) > 0.01',
    HighLatency: "histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m])) > 0.2",
    HighCPUUsage:
      'sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container!=""}[5m])) / ' +
      'sum by (namespace, pod) ((container_spec_cpu_quota{container!=""} > 0) / container_spec_cpu_period{container!=""}) > 0.8',
    HighMemoryUsage:
      'container_memory_working_set_bytes{container!=""} / (container_spec_memory_limit_bytes{container!=""} > 0) > 0.9',
    ErrorBudgetBurn: `${burns("1h", "5m", 14.4)} or ${burns("6h", "30m", 6)}`,
    ErrorBudgetBurnLasting: burns("3d", "6h", 1),
    Watchdog: "vector(1)",
  });
});

describe("shortened time", () => {
  test.each([
    ["5m", 1, "5m"],
    ["5m", 30, "10s"],
    ["15s", 30, "500ms"],
    ["0s", 30, "0s"],
    ["30d", 720, "3600s"],
    ["10s", 3, "3333ms"],
  ])("%s by %d is %s", (duration, windowFactor, expected) => {
    expect(shortened(duration, { windowFactor })).toBe(expected);
  });

  test.each([0, 0.5, -1, Number.NaN])("a factor of %d is refused", (windowFactor) => {
    expect(() => shortened("5m", { windowFactor })).toThrow(`windowFactor is ${windowFactor}; a factor is 1 or more`);
  });

  test("a factor that leaves nothing is refused", () => {
    expect(() => shortened("1s", { windowFactor: 10_000 })).toThrow("windowFactor 10000 leaves nothing of 1s");
  });

  test("reaches every window, patience and interval, and no name", () => {
    const fast = labRuleGroups(lab(), { windowFactor: 30 });
    const slow = labRuleGroups(lab());
    expect(fast.map(({ interval }) => interval)).toEqual(slow.map(() => "1s"));
    const windows = fast.flatMap(({ rules }) => rules.flatMap(({ expr }) => expr.match(/\[[^\]]+\]/g) ?? []));
    expect([...new Set(windows)]).toEqual(["[10s]", "[2s]", "[120s]", "[60s]", "[720s]", "[8640s]", "[86400s]"]);
    const names = (groups: typeof fast) =>
      groups.flatMap(({ rules }) => rules.map((rule) => ("alert" in rule ? rule.alert : rule.record)));
    expect(names(fast)).toEqual(names(slow));
    expect(fast.flatMap(({ rules }) => rules.flatMap((rule) => ("for" in rule ? [rule.for] : [])))).toEqual([
      "10s",
      "20s",
      "30s",
      "20s",
      "0s",
      "0s",
      "0s",
    ]);
  });

  test("the interval is written where it isn't the server's", () => {
    expect(labRuleFileText(labRuleGroups(lab())[0] ?? never())).not.toContain("interval");
    expect(labRuleFileText(labRuleGroups(lab(), { windowFactor: 30 })[0] ?? never())).toContain("interval: 1s");
  });
});

describe("the latency's share", () => {
  const slowRule = (latencyMilliseconds: number) => {
    const changed = lab(({ labMonitoring }) => Object.assign(labMonitoring, { objectives: { latencyMilliseconds } }));
    const found = labRuleGroups(changed)
      .flatMap(({ rules }) => rules)
      .find((rule) => "record" in rule && rule.record === "shop:requests_slow:rate");
    return found?.expr.match(/le="[^"]+"|\+ [\d.]+/g);
  };

  test.each([
    [200, ['le="0.1"', "+ 0.666667", 'le="0.25"', 'le="0.1"']],
    [250, ['le="0.25"']],
    [5, ['le="0.005"']],
    [10_000, ['le="10"']],
  ])("of %d ms is read at the bounds around it", (milliseconds, expected) => {
    expect(slowRule(milliseconds)).toEqual(expected);
  });
});

function never(): never {
  throw new Error("no group");
}
