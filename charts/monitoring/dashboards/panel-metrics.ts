import type { ComponentName, MetricsComponent } from "../metric-sources";

/** What only dashboards read: no alert needs it. */
export const PANEL_COMPONENTS = {
  cadvisor: {
    presence: { section: "nodePools" },
    targetLabels: [],
    source: "kubernetes v1.29, kubelet's /metrics/cadvisor; google/cadvisor, docs/storage/prometheus.md",
  },
  coredns: {
    presence: { section: "cluster" },
    targetLabels: [],
    source: "coredns 1.11, plugin/metrics; EKS add-on coredns (annotations of Service kube-dns)",
  },
} as const satisfies Readonly<
  Record<string, Omit<MetricsComponent, "presence"> & { readonly presence: MetricsComponent["presence"] | InCluster }>
>;

/** Part of every EKS cluster, as `vantage:cluster` has it. */
interface InCluster {
  readonly section: "cluster";
}

/** What a panel's metric comes from. */
export type PanelSource = ComponentName | keyof typeof PANEL_COMPONENTS;

/**
 * Which component each metric comes from that panels read and no rule does: those of rules are in `METRIC_SOURCES`. A panel whose metric nobody
 * exports stays empty; a test holds every panel to the two lists.
 */
export const PANEL_METRIC_SOURCES: Readonly<Record<string, PanelSource>> = {
  container_cpu_usage_seconds_total: "cadvisor",
  container_memory_working_set_bytes: "cadvisor",

  coredns_dns_request_duration_seconds_bucket: "coredns",
  coredns_dns_responses_total: "coredns",

  kube_horizontalpodautoscaler_spec_max_replicas: "kube-state-metrics",
  kube_horizontalpodautoscaler_status_current_replicas: "kube-state-metrics",
  kube_node_info: "kube-state-metrics",
  kube_node_spec_unschedulable: "kube-state-metrics",
  kube_node_status_allocatable: "kube-state-metrics",
  kube_node_status_capacity: "kube-state-metrics",
  kube_node_status_condition: "kube-state-metrics",
  kube_pod_container_resource_limits: "kube-state-metrics",
  kube_pod_container_resource_requests: "kube-state-metrics",
  kube_pod_init_container_resource_limits: "kube-state-metrics",
  kube_pod_init_container_resource_requests: "kube-state-metrics",

  node_cpu_seconds_total: "node-exporter",
  node_filesystem_files: "node-exporter",
  node_filesystem_files_free: "node-exporter",
  node_netstat_Tcp_OutSegs: "node-exporter",
  node_netstat_Tcp_RetransSegs: "node-exporter",
  node_network_receive_bytes_total: "node-exporter",
  node_network_transmit_bytes_total: "node-exporter",

  redis_aof_last_write_status: "redis-exporter",
  redis_blocked_clients: "redis-exporter",
  redis_cluster_current_epoch: "redis-exporter",
  redis_cluster_known_nodes: "redis-exporter",
  redis_cluster_slots_ok: "redis-exporter",
  redis_cluster_state: "redis-exporter",
  redis_commands_processed_total: "redis-exporter",
  redis_connected_clients: "redis-exporter",
  redis_connected_slave_lag_seconds: "redis-exporter",
  redis_connected_slaves: "redis-exporter",
  redis_db_keys: "redis-exporter",
  redis_expired_keys_total: "redis-exporter",
  redis_instance_info: "redis-exporter",
  redis_keyspace_hits_total: "redis-exporter",
  redis_keyspace_misses_total: "redis-exporter",
  redis_last_slow_execution_duration_seconds: "redis-exporter",
  redis_mem_fragmentation_ratio: "redis-exporter",
  redis_memory_used_rss_bytes: "redis-exporter",
  redis_net_output_bytes_total: "redis-exporter",
  redis_rdb_last_bgsave_status: "redis-exporter",
  redis_rdb_last_save_timestamp_seconds: "redis-exporter",
  redis_up: "redis-exporter",
};
