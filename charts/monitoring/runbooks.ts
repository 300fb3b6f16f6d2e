/** Runbooks that alerts link to, by the last part of their address, with what they are about. Upper-case ids are the documents' own. */
export const RUNBOOKS = {
  "SPOT-003": "EC2 Spot Instance Interruption Handling",
  "OPS-022": "etcd Nightly Compaction",
  "CERT-009": "TLS Certificate Rotation, Internal mTLS",
  "ANALYTICS-001": "Monthly Order Analytics Aggregation",
  "disk-pressure": "Disk pressure on nodes and volumes",
  "memory-pressure": "Memory pressure on nodes",
  "redis-memory": "Redis memory and evictions",
  kafka: "Kafka brokers",
  "kafka-connect": "Kafka Connect workers and connectors",
  karpenter: "Karpenter",
  availability: "Availability and its error budget",
  certificates: "Certificates of cert-manager",
  mesh: "Istio control plane and traffic",
  monitoring: "Prometheus, Alertmanager and what they read",
} as const;

/** Name of a runbook. */
export type Runbook = keyof typeof RUNBOOKS;
