import { parse } from "yaml";
import { CONNECT_METRICS_RULES, connectMetricsConfig } from "../../../../charts/kafka/connect/metrics";

/** What the exporter makes of an attribute, `domain<key=value, ...><>attribute: value`: the first rule that is found in it decides. */
function exported(attribute: string): string | undefined {
  for (const { pattern, name, value, labels = {} } of CONNECT_METRICS_RULES) {
    const match = new RegExp(`^.*(?:${pattern}).*$`).exec(attribute);
    if (match === null) continue;
    const filled = (text: string) => text.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "");
    const shown = Object.entries(labels).map(([label, text]) => `${label}="${filled(text)}"`);
    const metric = filled(name).replace(/[^a-zA-Z0-9_:]/g, "_");
    return `${metric}{${shown.join(",")}} ${value ?? attribute.split(": ").at(-1)}`;
  }
  return undefined;
}

const TASK = "connector=s3-sink-app-events, task=0";

describe("metrics of the workers", () => {
  it.each([
    [
      "kafka.connect<type=connector-metrics, connector=jdbc-source-orders><>status: running",
      'kafka_connect_connector_status{connector="jdbc-source-orders",status="running"} 1',
    ],
    [
      `kafka.connect<type=connector-task-metrics, ${TASK}><>status: failed`,
      'kafka_connect_task_status{connector="s3-sink-app-events",task="0",status="failed"} 1',
    ],
    [
      "kafka.connect<type=connect-worker-metrics, connector=s3-sink-logs><>connector-failed-task-count: 1.0",
      'kafka_connect_connector_failed_task_count{connector="s3-sink-logs"} 1.0',
    ],
    [
      "kafka.connect<type=connect-worker-metrics, connector=s3-sink-logs><>connector-running-task-count: 2.0",
      'kafka_connect_connector_running_task_count{connector="s3-sink-logs"} 2.0',
    ],
    [
      "kafka.connect<type=connect-worker-metrics><>task-startup-failure-total: 0.0",
      "kafka_connect_worker_task_startup_failure_total{} 0.0",
    ],
    [
      "kafka.connect<type=connect-worker-rebalance-metrics><>rebalancing: 0.0",
      "kafka_connect_worker_rebalance_rebalancing{} 0.0",
    ],
    [
      "kafka.connect<type=connect-worker-rebalance-metrics><>completed-rebalances-total: 3.0",
      "kafka_connect_worker_rebalance_completed_rebalances_total{} 3.0",
    ],
    [
      `kafka.connect<type=sink-task-metrics, ${TASK}><>sink-record-read-total: 48.0`,
      'kafka_connect_sink_task_sink_record_read_total{connector="s3-sink-app-events",task="0"} 48.0',
    ],
    [
      "kafka.connect<type=source-task-metrics, connector=jdbc-source-orders, task=1><>source-record-write-total: 2.0",
      'kafka_connect_source_task_source_record_write_total{connector="jdbc-source-orders",task="1"} 2.0',
    ],
    [
      `kafka.connect<type=task-error-metrics, ${TASK}><>total-record-failures: 0.0`,
      'kafka_connect_task_error_total_record_failures{connector="s3-sink-app-events",task="0"} 0.0',
    ],
    [
      `kafka.connect<type=connector-task-metrics, ${TASK}><>offset-commit-failure-percentage: 0.0`,
      'kafka_connect_task_offset_commit_failure_percentage{connector="s3-sink-app-events",task="0"} 0.0',
    ],
    [
      "kafka.consumer<type=consumer-fetch-manager-metrics, client-id=connector-consumer-elasticsearch-sink-search-3, topic=vantage-order-events, partition=35><>records-lag: 12.0",
      'kafka_consumer_records_lag{client_id="connector-consumer-elasticsearch-sink-search-3",topic="vantage-order-events",partition="35"} 12.0',
    ],
  ])("%s", (attribute, metric) => {
    expect(exported(attribute)).toBe(metric);
  });

  it.each([
    "kafka.connect<type=connect-worker-rebalance-metrics><>leader-name: http://10.42.64.7:8083/",
    "kafka.connect<type=connector-metrics, connector=s3-sink-logs><>connector-class: io.confluent.connect.s3.S3SinkConnector",
    "kafka.consumer<type=consumer-fetch-manager-metrics, client-id=c, topic=t, partition=0><>records-lag-avg: 1.0",
    "kafka.producer<type=producer-metrics, client-id=connect-prod-offsets><>record-send-total: 9.0",
  ])("leave out %s", (attribute) => {
    expect(exported(attribute)).toBeUndefined();
  });

  it("reach the exporter as they are", () => {
    expect(parse(connectMetricsConfig())).toEqual({ lowercaseOutputName: false, rules: CONNECT_METRICS_RULES });
  });
});
