import type { LabJob } from "./discovery";

/**
 * Which job each metric of the lab's rules and panels comes from that no other stack reads. What nobody exports makes a rule silent and a panel empty, and nothing says so: a
 * test holds every expression to this list and to those of the other stacks.
 *
 * Source: stefanprodan/podinfo 6.5.0, pkg/api; google/cadvisor, docs/storage/prometheus.md.
 */
export const LAB_METRICS: Readonly<Record<string, LabJob>> = {
  http_requests_total: "backend",
  http_request_duration_seconds_bucket: "backend",
  http_request_duration_seconds_count: "backend",

  container_memory_usage_bytes: "cadvisor",
  container_spec_cpu_period: "cadvisor",
  container_spec_cpu_quota: "cadvisor",
  container_spec_memory_limit_bytes: "cadvisor",
  container_fs_limit_bytes: "cadvisor",
  container_fs_usage_bytes: "cadvisor",
};
