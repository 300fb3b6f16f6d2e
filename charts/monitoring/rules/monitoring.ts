import type { PlatformWith } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { componentsOf } from "../metric-sources";
import { alert, EVALUATION_INTERVAL, type RuleFile } from "../rule";

/** The alert that always fires. Where Alertmanager doesn't show it, no alert arrives there. */
export const WATCHDOG = "Watchdog";

/**
 * What watches the watching: targets that can't be read, components of which nothing is read, rules that can't be evaluated, messages that don't arrive.
 *
 * A rule whose series are missing is as silent as one that holds. Components are those of the list of metrics' sources: each names a metric that is there as long as
 * it is read, so that one that shares a scrape job with others is missed, too.
 *
 * Source: Prometheus 2.51, Jobs and instances (up), rules/group.go; prometheus/alertmanager v0.30.1, notify/notify.go.
 */
export function monitoringFile(platform: PlatformWith<"alerts">): RuleFile {
  return {
    name: "monitoring",
    group: "monitoring-health-checks",
    interval: EVALUATION_INTERVAL,
    rules: [
      alert(platform, {
        alert: "TargetDown",
        // Labels that pods bring along would be the alert's.
        expr: "max by (job, instance, namespace, pod, node) (up) == 0",
        for: "5m",
        severity: "warning",
        summary: "{{ $labels.instance }} of job {{ $labels.job }} can't be read",
        description: "It runs, as far as Kubernetes says, and does not answer Prometheus: alerts about it are silent.",
        runbook: "monitoring",
      }),
      alert(platform, {
        alert: "MetricsMissing",
        expr: missingComponents(platform),
        for: "10m",
        severity: "critical",
        summary: "Prometheus reads nothing of {{ $labels.component }}",
        description: "No target is left, or none says what it should: every alert that needs it is silent.",
        runbook: "monitoring",
      }),
      alert(platform, {
        alert: "PrometheusRuleFailures",
        expr: "sum by (rule_group) (rate(prometheus_rule_evaluation_failures_total[5m])) > 0",
        for: "5m",
        severity: "critical",
        summary: "Prometheus can't evaluate rules of {{ $labels.rule_group }}",
        description: "Their alerts are silent. The server's log has the rule and what is wrong with it.",
        runbook: "monitoring",
      }),
      alert(platform, {
        alert: "AlertmanagerNotificationsFailed",
        // What fails is tried again with the group's next turn, five minutes later: a shorter window would lose sight of it in between.
        expr: "sum by (integration) (increase(alertmanager_notifications_failed_total[15m])) > 0",
        for: "1m",
        severity: "critical",
        summary: "Alertmanager can't tell {{ $labels.integration }}",
        description: "Alerts fire and don't arrive there. Keys and addresses are the usual cause.",
        runbook: "monitoring",
      }),
      alert(platform, {
        alert: WATCHDOG,
        expr: "vector(1)",
        for: "0s",
        severity: "none",
        summary: "Alerts get from Prometheus to Alertmanager",
        description: "It always fires and tells nobody. Alertmanager without it gets no alert at all.",
        runbook: "monitoring",
      }),
    ],
  };
}

/** Yields one series, with its name, for each component of which nothing is read. */
function missingComponents(platform: Platform): string {
  return componentsOf(platform)
    .flatMap(([name, { always }]) =>
      always === undefined ? [] : [`label_replace(absent(${always}), "component", "${name}", "", "")`],
    )
    .join(" or ");
}
