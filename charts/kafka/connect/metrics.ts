import { stringify } from "yaml";
import type { MetricsRule } from "../cluster/metrics-rules";

/** ConfigMap of the exporter's rules for the workers. */
export const CONNECT_METRICS_CONFIG = "connect-metrics-config";

/** Key of {@link CONNECT_METRICS_CONFIG}. */
export const CONNECT_METRICS_KEY = "connect-metrics-config.yml";

/** A rule of the JMX exporter that may stand for a text: the text becomes a label, and the metric has this value. */
export interface ConnectMetricsRule extends MetricsRule {
  readonly value?: 1;
}

const TASK = "connector=(.+), task=(\\d+)";
const TASK_LABELS = { connector: "$1", task: "$2" } as const;

/**
 * What is measured of the workers: the state of every connector and task, failures, how far sinks are behind, and rebalances. The exporter writes `_`
 * for each `-` of a name: `kafka_connect_task_status{connector, task, status} 1`, `kafka_connect_connector_failed_task_count{connector}`,
 * `kafka_connect_worker_connector_startup_failure_total`, `kafka_connect_worker_rebalance_rebalancing`,
 * `kafka_connect_sink_task_sink_record_read_total`, `kafka_connect_source_task_source_record_write_total`,
 * `kafka_connect_task_error_total_record_failures`, `kafka_connect_task_offset_commit_failure_percentage`,
 * `kafka_consumer_records_lag{client_id, topic, partition}`.
 *
 * The first rule that matches decides, so that states come before the numbers of the same bean.
 *
 * Source: Apache Kafka 3.7 documentation, Monitoring, Connect Monitoring and Consumer Fetch Metrics; jmx_exporter 1.0.1, JmxCollector.
 */
export const CONNECT_METRICS_RULES: readonly ConnectMetricsRule[] = [
  {
    pattern: "kafka.connect<type=connector-metrics, connector=(.+)><>status: ([a-z_]+)",
    name: "kafka_connect_connector_status",
    type: "GAUGE",
    value: 1,
    labels: { connector: "$1", status: "$2" },
  },
  {
    pattern: `kafka.connect<type=connector-task-metrics, ${TASK}><>status: ([a-z_]+)`,
    name: "kafka_connect_task_status",
    type: "GAUGE",
    value: 1,
    labels: { ...TASK_LABELS, status: "$3" },
  },
  {
    pattern: "kafka.connect<type=connect-worker-metrics, connector=(.+)><>connector-([a-z-]+-task-count)",
    name: "kafka_connect_connector_$2",
    type: "GAUGE",
    labels: { connector: "$1" },
  },
  {
    pattern: "kafka.connect<type=connect-worker-metrics><>([a-z-]+)",
    name: "kafka_connect_worker_$1",
    type: "GAUGE",
  },
  {
    pattern: "kafka.connect<type=connect-worker-rebalance-metrics><>(rebalancing|[a-z-]+-total|[a-z-]+-ms)",
    name: "kafka_connect_worker_rebalance_$1",
    type: "GAUGE",
  },
  {
    pattern: "kafka.connect<type=(sink|source)-task-metrics, connector=(.+), task=(\\d+)><>([a-z-]+)",
    name: "kafka_connect_$1_task_$4",
    type: "GAUGE",
    labels: { connector: "$2", task: "$3" },
  },
  {
    pattern: `kafka.connect<type=task-error-metrics, ${TASK}><>([a-z-]+)`,
    name: "kafka_connect_task_error_$3",
    type: "GAUGE",
    labels: TASK_LABELS,
  },
  {
    pattern: `kafka.connect<type=connector-task-metrics, ${TASK}><>([a-z-]+)`,
    name: "kafka_connect_task_$3",
    type: "GAUGE",
    labels: TASK_LABELS,
  },
  {
    pattern:
      "kafka.consumer<type=consumer-fetch-manager-metrics, client-id=(.+), topic=(.+), partition=(\\d+)><>records-lag:",
    name: "kafka_consumer_records_lag",
    type: "GAUGE",
    labels: { client_id: "$1", topic: "$2", partition: "$3" },
  },
];

/** The rules as the exporter reads them. Names keep their case, as those of the brokers do. */
export function connectMetricsConfig(): string {
  return stringify(
    { lowercaseOutputName: false, rules: CONNECT_METRICS_RULES },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  );
}
