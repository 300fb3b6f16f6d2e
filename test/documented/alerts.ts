/** What the documents say of an alert. */
export interface DocumentedAlert {
  readonly alert: string;
  readonly expr: string;
  readonly group?: string;
  readonly interval?: string;
  readonly for?: string;
}

/** The alerts whose expressions the documents print, as they print them. */
export const DOCUMENTED_ALERTS: readonly DocumentedAlert[] = [
  {
    // Document 000, section 3.
    alert: "NodeDiskPressure",
    group: "node-health-checks",
    interval: "30s",
    expr: `(node_filesystem_avail_bytes{mountpoint="/var/lib/kubelet"} /
 node_filesystem_size_bytes{mountpoint="/var/lib/kubelet"}) * 100 < 15
`,
    for: "2m",
  },
  {
    // Document 002, section 2.
    alert: "HighMemoryPressure",
    group: "node-health-checks",
    interval: "15s",
    expr: "(node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) * 100 < 8\n",
    for: "1m",
  },
  {
    // Document 001, section 3.
    alert: "EtcdHighLatency",
    interval: "30s",
    expr: "histogram_quantile(0.99, rate(etcd_disk_wal_fsync_duration_seconds_bucket[5m])) > 0.15",
    for: "2m",
  },
  {
    // Document 001, section 2.
    alert: "RedisMemoryCritical",
    expr: "redis_memory_used_bytes / redis_memory_max_bytes > 0.90",
  },
];
