import type { PlatformWith } from "../../../config/parts";
import { alert, EVALUATION_INTERVAL, type RuleFile } from "../rule";

/**
 * Kafka Connect: tasks that failed, workers that are gone, sinks that fall behind.
 *
 * Lag is known of the sinks alone, whose consumers run in the workers: nothing in this stack exports that of other consumer groups.
 *
 * Source: document 002, sections 1, 5 and 14; charts/kafka/connect/metrics.ts (names).
 */
export function kafkaConnectFile(platform: PlatformWith<"alerts" | "kafkaConnect">): RuleFile {
  const { kafkaConnect, alerts } = platform;
  const of = `strimzi_io_cluster="${kafkaConnect.name}"`;
  return {
    name: "kafka-connect",
    group: "kafka-connect-health-checks",
    interval: EVALUATION_INTERVAL,
    rules: [
      alert(platform, {
        alert: "KafkaConnectTaskFailed",
        // Each worker counts its own tasks.
        expr: `sum by (connector) (kafka_connect_connector_failed_task_count{${of}}) > 0`,
        for: "2m",
        severity: "critical",
        summary: "{{ $value }} tasks of connector {{ $labels.connector }} have failed",
        description:
          "A failed task stays failed. Read its trace in the status of the KafkaConnector, then restart it there with Strimzi's annotation.",
        runbook: "kafka-connect",
      }),
      alert(platform, {
        alert: "KafkaConnectWorkerDown",
        expr: `(count(kafka_connect_worker_connector_count{${of}}) or vector(0)) < ${kafkaConnect.workers}`,
        for: "5m",
        severity: "warning",
        summary: `{{ $value }} of ${kafkaConnect.workers} workers are up`,
        description: "The others carry its tasks, as long as they have room. Look at the pod that is missing.",
        runbook: "kafka-connect",
      }),
      alert(platform, {
        alert: "KafkaSinkLag",
        // A sink is as late as all partitions of a topic together.
        expr: `sum by (topic) (kafka_consumer_records_lag{${of}}) > ${alerts.sinkLag}`,
        for: "10m",
        severity: "warning",
        summary: "Sinks are {{ $value | humanize }} records behind on topic {{ $labels.topic }}",
        description: "What they write to is slow, or a connector has too few tasks for the topic's partitions.",
        runbook: "kafka-connect",
      }),
    ],
  };
}
