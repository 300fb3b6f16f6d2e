import { METRICS_COMPONENTS } from "../../charts/monitoring/metric-sources";
import { describeWithTools } from "../tools/describe-with-tools";
import { PROMTOOL } from "../tools/tools";
import { type Points, type ReplayedSeries, replay } from "./replay";

const WHEN = { from: "09:00", until: "10:00" } as const;

describeWithTools([PROMTOOL], "replays: the monitoring itself", () => {
  describe("alert TargetDown", () => {
    const alert = "TargetDown";
    const NODE = 'job="node-exporter",instance="ip-10-42-22-56:9100",node="ip-10-42-22-56",pool="worker-general-v5"';
    const POD =
      'job="kubernetes-pods",instance="10.42.6.84:9121",namespace="redis-prod",pod="redis-prod-main-0",' +
      'node="ip-10-42-6-11",app_kubernetes_io_name="redis-prod-main"';
    const up = (labels: string, points: Points): ReplayedSeries => ({ series: `up{${labels}}`, gauge: points });

    test("fires five minutes after a target stops to answer, with its names", () =>
      replay({
        alert,
        ...WHEN,
        series: [up(NODE, { "09:00": 1 }), up(POD, { "09:00": 1, "09:20": 0 })],
        firing: { "09:24:30": 0, "09:25": 1, "10:00": 1 },
        instance: {
          at: "09:25",
          labels: {
            job: "kubernetes-pods",
            instance: "10.42.6.84:9121",
            namespace: "redis-prod",
            pod: "redis-prod-main-0",
            node: "ip-10-42-6-11",
            severity: "warning",
            team: "platform-infra",
          },
          annotations: {
            summary: "10.42.6.84:9121 of job kubernetes-pods can't be read",
            description:
              "It runs, as far as Kubernetes says, and does not answer Prometheus: alerts about it are silent.",
            runbook_url: "https://runbooks.vantage.internal/monitoring",
          },
        },
      }));

    test("fires for each of two targets", () =>
      replay({ alert, ...WHEN, series: [up(NODE, { "09:00": 0 }), up(POD, { "09:00": 0 })], firing: { "09:06": 2 } }));

    test("stays silent about a restart of four minutes, and about a pod that is gone", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          up(NODE, { "09:00": 1, "09:20": 0, "09:24": 1 }),
          up(POD, { "09:00": 1, "09:20": 0, "09:22": "gone" }),
        ],
        firing: { "09:19": 0, "09:25": 0, "10:00": 0 },
      }));
  });

  describe("alert MetricsMissing", () => {
    const alert = "MetricsMissing";
    const always = Object.entries(METRICS_COMPONENTS).flatMap(([name, component]) =>
      "always" in component ? [[name, component.always] as const] : [],
    );
    /** What every component exports, but those that are left out or come and go. */
    const exported = (changed: Readonly<Record<string, Points>> = {}): readonly ReplayedSeries[] =>
      always.map(([name, metric]) => ({
        series: `${metric}{job="kubernetes-pods",instance="10.42.6.84:9121"}`,
        gauge: changed[name] ?? { "09:00": 1 },
      }));

    test("fires ten minutes after the last Redis exporter is lost, with its name, though others of its job are read", () =>
      replay({
        alert,
        ...WHEN,
        series: exported({ "redis-exporter": { "09:00": 1, "09:20": "gone" } }),
        firing: { "09:29:30": 0, "09:30": 1, "10:00": 1 },
        instance: {
          at: "09:30",
          labels: { component: "redis-exporter", severity: "critical", team: "platform-infra" },
          annotations: {
            summary: "Prometheus reads nothing of redis-exporter",
            description: "No target is left, or none says what it should: every alert that needs it is silent.",
            runbook_url: "https://runbooks.vantage.internal/monitoring",
          },
        },
      }));

    test("fires for each component when nothing is read", () =>
      replay({ alert, ...WHEN, series: [], firing: { "09:09:30": 0, "09:10": always.length } }));

    test("stays silent while everything is read, and when kube-state-metrics is away for nine minutes", () =>
      replay({
        alert,
        ...WHEN,
        series: exported({ "kube-state-metrics": { "09:00": 1, "09:20": "gone", "09:29": 1 } }),
        firing: { "09:15": 0, "09:30": 0, "10:00": 0 },
      }));
  });

  describe("alert PrometheusRuleFailures", () => {
    const alert = "PrometheusRuleFailures";
    const failures = (file: string, points: Points): ReplayedSeries => ({
      series: `prometheus_rule_evaluation_failures_total{job="prometheus",instance="localhost:9090",rule_group="/etc/prometheus-rules/${file}.yaml;${file}"}`,
      counter: points,
    });

    // A join that has two series on one side fails at each evaluation, every 30 s.
    test("fires five minutes after rules of a group begin to fail", () =>
      replay({
        alert,
        ...WHEN,
        series: [failures("spot", { "09:00": 0, "09:20": 1 / 30 }), failures("kafka", { "09:00": 0 })],
        firing: { "09:25": 0, "09:26": 1, "10:00": 1 },
        values: [{ at: "09:26", expr: `ALERTS{alertname="${alert}",rule_group=~".*spot"}`, value: 1 }],
      }));

    test("stays silent without a failure, and about a single one", () =>
      replay({
        alert,
        ...WHEN,
        series: [failures("spot", { "09:00": 0, "09:20": 1 / 15, "09:20:15": 0 }), failures("kafka", { "09:00": 0 })],
        firing: { "09:21": 0, "09:26": 0, "10:00": 0 },
      }));
  });

  describe("alert AlertmanagerNotificationsFailed", () => {
    const alert = "AlertmanagerNotificationsFailed";
    const failed = (integration: string, reason: string, points: Points): ReplayedSeries => ({
      series: `alertmanager_notifications_failed_total{job="kubernetes-pods",namespace="monitoring",pod="alertmanager-0",integration="${integration}",reason="${reason}"}`,
      counter: points,
    });

    // A key that is refused: one failure with each turn of the group.
    test("fires while PagerDuty refuses the key, also between two turns of five minutes", () => {
      const turn = { "09:10": 1 / 15, "09:10:15": 0, "09:15": 1 / 15, "09:15:15": 0, "09:20": 1 / 15, "09:20:15": 0 };
      return replay({
        alert,
        ...WHEN,
        series: [
          failed("pagerduty", "clientError", { "09:00": 0, ...turn }),
          failed("pagerduty", "other", { "09:00": 0 }),
          failed("slack", "clientError", { "09:00": 0 }),
        ],
        firing: { "09:10": 0, "09:12": 1, "09:14": 1, "09:19": 1, "09:24": 1, "09:37": 0 },
        values: [{ at: "09:14", expr: `ALERTS{alertname="${alert}",integration="pagerduty"}`, value: 1 }],
      });
    });

    test("stays silent while every message arrives, and about failures of last week", () =>
      replay({
        alert,
        ...WHEN,
        series: [
          failed("slack", "clientError", { "09:00": 0 }),
          {
            series:
              'alertmanager_notifications_failed_total{job="kubernetes-pods",namespace="monitoring",pod="alertmanager-0",integration="email",reason="other"}',
            gauge: { "09:00": 17 },
          },
        ],
        firing: { "09:02": 0, "09:30": 0, "10:00": 0 },
      }));
  });

  // It has no case in which it is silent, and none is counted.
  describe("the watchdog", () => {
    test("fires from the first evaluation on, with nothing to read", () =>
      replay({
        alert: "Watchdog",
        ...WHEN,
        series: [],
        firing: { "09:00": 1, "09:30": 1, "10:00": 1 },
        instance: {
          at: "09:30",
          labels: { severity: "none", team: "platform-infra" },
          annotations: {
            summary: "Alerts get from Prometheus to Alertmanager",
            description: "It always fires and tells nobody. Alertmanager without it gets no alert at all.",
            runbook_url: "https://runbooks.vantage.internal/monitoring",
          },
        },
      }));
  });
});
