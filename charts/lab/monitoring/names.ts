import type { Lab } from "../lab";

/** Objects that the document names. Source: document 003, sections 1 (Monitoring Stack Verification) and 2 (Kubernetes Configuration Backup, Prometheus Data Backup). */
export const DOCUMENTED_NAMES = {
  prometheusService: "prometheus-service",
  grafana: "grafana",
  alertmanager: "alertmanager",
  prometheusConfig: "prometheus-config",
  grafanaDashboards: "grafana-dashboards",
  blockStorage: "prometheus-storage-config",
  alertmanagerConfig: "alertmanager-config",
} as const;

/** ConfigMap of the documented alerts, and that of the objectives. */
export const RULE_CONFIG_MAPS = { documented: "prometheus-rules", objectives: "prometheus-slo-rules" } as const;

/** Names of the other components. */
export const COMPONENTS = {
  prometheus: "prometheus",
  kubeStateMetrics: "kube-state-metrics",
  nodeExporter: "node-exporter",
} as const;

/** Ports; the first three are documented. Source: document 003, section 1 (Monitoring Stack Verification). */
export const PORTS = {
  prometheus: 9090,
  grafana: 3000,
  alertmanager: 9093,
  thanos: 10_902,
  kubeStateMetrics: 8080,
  kubeStateMetricsOwn: 8081,
  nodeExporter: 9100,
} as const;

/** Name and namespace of an object of the monitoring. */
export function monitoringMetadata({ labMonitoring }: Pick<Lab, "labMonitoring">, name: string) {
  return { name, namespace: labMonitoring.namespace };
}
