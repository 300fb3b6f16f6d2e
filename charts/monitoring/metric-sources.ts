import { has, type Part } from "../../config/parts";
import type { Platform } from "../../config/platform";
import type { AddOnName } from "../../config/sections/add-ons";

/** How one knows that a component is part of this stack. */
export type Presence =
  /** A Helm release of `vantage:addOns`. */
  | { readonly addOn: AddOnName }
  /** A container of a workload that the charts render. */
  | { readonly container: string }
  /** A rendered object that makes its operator run it; `path` is where the object turns its metrics on. */
  | { readonly kind: string; readonly path?: readonly string[] }
  /** What the stack file always has: nodes, Karpenter and what comes with it. */
  | { readonly section: "nodePools" | "karpenter" }
  /** Not run by this stack. Its addresses are configuration of the scrape, and without it its alerts are silent. */
  | { readonly outside: string };

/** Something that exports metrics. */
export interface MetricsComponent {
  readonly presence: Presence;
  /** What a stack needs to have the component. @default nothing: every stack with alerts has it */
  readonly part?: Part;
  /** Labels that rules select or join by and that the scrape has to add, from the target: pod labels, names. */
  readonly targetLabels: readonly string[];
  /** A metric that it exports as long as it runs and is read. Absent where it may rightly run nowhere. */
  readonly always?: string;
  /** Where names and meaning are known from. */
  readonly source: string;
}

/** What the metrics of the rules come from. */
export const METRICS_COMPONENTS = {
  "node-exporter": {
    presence: { addOn: "prometheus-node-exporter" },
    part: "addOns.prometheus-node-exporter",
    targetLabels: ["instance", "node"],
    always: "node_memory_MemTotal_bytes",
    source: "prometheus/node_exporter 1.9.1, collectors filesystem and meminfo",
  },
  "kube-state-metrics": {
    presence: { addOn: "prometheus" },
    targetLabels: [],
    always: "kube_pod_created",
    source:
      "kubernetes/kube-state-metrics v2.11.0, internal/store/pod.go and daemonset.go; chart prometheus 25.18.0, dependency",
  },
  kubelet: {
    presence: { section: "nodePools" },
    targetLabels: [],
    always: "kubelet_volume_stats_capacity_bytes",
    source: "kubernetes v1.29, pkg/kubelet/metrics/collectors/volume_stats.go",
  },
  "redis-exporter": {
    presence: { container: "redis-exporter" },
    part: "redis",
    targetLabels: ["app_kubernetes_io_name", "pod"],
    always: "redis_memory_used_bytes",
    source: "oliver006/redis_exporter v1.62.0, exporter/exporter.go",
  },
  "kafka-brokers": {
    part: "kafka",
    presence: { kind: "Kafka", path: ["spec", "kafka", "metricsConfig"] },
    targetLabels: ["strimzi_io_name", "pod"],
    always: "kafka_server_ReplicaManager_PartitionCount",
    source: "charts/kafka/cluster/metrics-rules.ts; jmx_exporter 1.0.1 (jvm_gc_collection_seconds)",
  },
  "kafka-connect-workers": {
    part: "kafkaConnect",
    presence: { kind: "KafkaConnect", path: ["spec", "metricsConfig"] },
    targetLabels: ["strimzi_io_cluster", "pod"],
    always: "kafka_connect_worker_connector_count",
    source: "charts/kafka/connect/metrics.ts",
  },
  karpenter: {
    presence: { section: "karpenter" },
    part: "karpenter",
    targetLabels: [],
    always: "karpenter_build_info",
    source:
      "sigs.k8s.io/karpenter v0.37.0, pkg/controllers/metrics, pkg/controllers/node/termination, pkg/operator; Karpenter 0.37 documentation, Metrics",
  },
  "termination-handler": {
    presence: { section: "karpenter" },
    part: "karpenter",
    // No `always`: it runs on spot nodes of static groups, of which there may be none.
    targetLabels: ["node"],
    source:
      "aws-node-termination-handler v1.22.0, pkg/observability/opentelemetry.go; chart value enablePrometheusServer",
  },
  istiod: {
    presence: { kind: "IstioOperator" },
    part: "istio",
    targetLabels: [],
    always: "citadel_server_root_cert_expiry_timestamp",
    source: "Istio 1.22, pilot-discovery exported metrics",
  },
  "istio-proxy": {
    presence: { kind: "IstioOperator" },
    part: "istio",
    targetLabels: [],
    always: "istio_requests_total",
    source: "Istio 1.22, Standard metrics",
  },
  "cert-manager": {
    presence: { addOn: "cert-manager" },
    part: "addOns.cert-manager",
    targetLabels: [],
    // Only the pod that leads tells it, of each certificate: every stack has that of the Redis operator's webhook.
    always: "certmanager_certificate_expiration_timestamp_seconds",
    source: "cert-manager v1.18.6, pkg/metrics/certificates.go",
  },
  prometheus: {
    presence: { addOn: "prometheus" },
    targetLabels: ["instance"],
    always: "prometheus_rule_evaluation_failures_total",
    source: "Prometheus 2.51, Jobs and instances; prometheus v0.51.0, rules/group.go",
  },
  alertmanager: {
    presence: { addOn: "alertmanager" },
    targetLabels: [],
    always: "alertmanager_notifications_failed_total",
    source: "prometheus/alertmanager v0.30.1, notify/notify.go (every integration and reason begins at 0)",
  },
  "etcd-prod": {
    part: "maintenance",
    presence: { outside: "Patroni's etcd, three members of the documents: document 001, sections 3 and 9" },
    targetLabels: ["instance"],
    always: "etcd_mvcc_db_total_size_in_bytes",
    source: "etcd 3.5, metrics: disk and mvcc",
  },
} as const satisfies Readonly<Record<string, MetricsComponent>>;

/** Name of a component that exports metrics. */
export type ComponentName = keyof typeof METRICS_COMPONENTS;

/** The components of a stack, by name. */
export function componentsOf(platform: Platform): readonly (readonly [ComponentName, MetricsComponent])[] {
  const all = Object.entries(METRICS_COMPONENTS) as [ComponentName, MetricsComponent][];
  return all.filter(([, { part }]) => part === undefined || has(platform, part));
}

/** Which component each metric of a rule comes from. A rule whose metric nobody exports never fires, and nothing says so: a test holds every rule to this list. */
export const METRIC_SOURCES: Readonly<Record<string, ComponentName>> = {
  node_filesystem_avail_bytes: "node-exporter",
  node_filesystem_size_bytes: "node-exporter",
  node_memory_MemAvailable_bytes: "node-exporter",
  node_memory_MemTotal_bytes: "node-exporter",

  up: "prometheus",
  prometheus_rule_evaluation_failures_total: "prometheus",
  alertmanager_notifications_failed_total: "alertmanager",

  etcd_disk_wal_fsync_duration_seconds_bucket: "etcd-prod",
  etcd_mvcc_db_total_size_in_bytes: "etcd-prod",
  etcd_mvcc_db_total_size_in_use_in_bytes: "etcd-prod",

  redis_memory_used_bytes: "redis-exporter",
  redis_memory_max_bytes: "redis-exporter",
  redis_evicted_keys_total: "redis-exporter",

  kafka_log_Log_Size: "kafka-brokers",
  kafka_log_Log_NumLogSegments: "kafka-brokers",
  kafka_server_ReplicaManager_UnderReplicatedPartitions: "kafka-brokers",
  kafka_server_ReplicaManager_PartitionCount: "kafka-brokers",
  kafka_controller_KafkaController_OfflinePartitionsCount: "kafka-brokers",
  kafka_controller_KafkaController_ActiveControllerCount: "kafka-brokers",
  jvm_gc_collection_seconds_sum: "kafka-brokers",
  jvm_gc_collection_seconds_count: "kafka-brokers",

  kafka_connect_connector_failed_task_count: "kafka-connect-workers",
  kafka_connect_worker_connector_count: "kafka-connect-workers",
  kafka_consumer_records_lag: "kafka-connect-workers",

  karpenter_build_info: "karpenter",
  karpenter_nodepool_usage: "karpenter",
  karpenter_nodepool_limit: "karpenter",
  karpenter_interruption_message_latency_time_seconds_bucket: "karpenter",
  karpenter_interruption_received_messages: "karpenter",
  karpenter_pods_startup_time_seconds_sum: "karpenter",
  karpenter_pods_startup_time_seconds_count: "karpenter",
  karpenter_nodes_termination_time_seconds: "karpenter",

  actions_total: "termination-handler",
  actions_node_total: "termination-handler",

  citadel_server_root_cert_expiry_timestamp: "istiod",
  citadel_server_cert_chain_expiry_timestamp: "istiod",
  pilot_xds: "istiod",
  pilot_total_xds_rejects: "istiod",
  istio_requests_total: "istio-proxy",

  certmanager_certificate_expiration_timestamp_seconds: "cert-manager",
  certmanager_certificate_renewal_timestamp_seconds: "cert-manager",
  certmanager_certificate_ready_status: "cert-manager",

  kube_pod_status_phase: "kube-state-metrics",
  kube_pod_status_unschedulable: "kube-state-metrics",
  kube_pod_status_ready_time: "kube-state-metrics",
  kube_pod_created: "kube-state-metrics",
  kube_pod_container_status_last_terminated_reason: "kube-state-metrics",
  kube_pod_container_status_terminated_reason: "kube-state-metrics",
  kube_pod_container_status_running: "kube-state-metrics",
  kube_pod_init_container_status_running: "kube-state-metrics",
  kube_pod_container_status_restarts_total: "kube-state-metrics",
  kube_daemonset_status_number_unavailable: "kube-state-metrics",

  kubelet_volume_stats_used_bytes: "kubelet",
  kubelet_volume_stats_capacity_bytes: "kubelet",
};
