import type { PlatformWith } from "../../../config/parts";
import { alert, EVALUATION_INTERVAL, type RuleFile } from "../rule";

/**
 * Share of a broker's volume above which it is reported: from here on Cruise Control's DiskCapacityGoal is violated, so that it makes no proposals.
 *
 * Source: Cruise Control 2.5.137, AnalyzerConfig (disk.capacity.threshold).
 */
export const BROKER_DISK_SHARE = 0.8;

/** Label that Strimzi puts on the pods of all brokers of a cluster, as it appears on their series. Source: compatibility page, 2.2. */
export function brokers({ kafka }: PlatformWith<"kafka">): string {
  return `strimzi_io_name="${kafka.name}-kafka"`;
}

/**
 * Kafka's brokers: partitions without copies or without a leader, the quorum, brokers that are gone, pauses and disks.
 *
 * Partitions and controllers are added up over the brokers: each broker knows only its own, and exactly one of three controllers is active.
 *
 * Source: document 002, sections 1, 5, 8, 10 and 11; compatibility page, S22.
 */
export function kafkaFile(platform: PlatformWith<"alerts" | "kafka">): RuleFile {
  const of = brokers(platform);
  const { kafka } = platform;
  return {
    name: "kafka",
    group: "kafka-health-checks",
    interval: EVALUATION_INTERVAL,
    rules: [
      // Both names are documented and neither has a bean.
      {
        record: "kafka_log_LogManager_LogDirectorySize",
        expr: `sum without (topic, partition) (kafka_log_Log_Size{${of}})`,
      },
      {
        record: "kafka_log_LogManager_LogSegmentCount",
        expr: `sum without (topic, partition) (kafka_log_Log_NumLogSegments{${of}})`,
      },
      alert(platform, {
        alert: "KafkaUnderReplicatedPartitions",
        expr: `sum(kafka_server_ReplicaManager_UnderReplicatedPartitions{${of}}) > 0`,
        // A restart takes 70 seconds, copies included.
        for: "5m",
        severity: "warning",
        summary: "{{ $value }} partitions have fewer copies than they should",
        description:
          "A broker is gone or can't keep up. The next loss may stop writes: below the minimum in sync, Kafka refuses them.",
        runbook: "kafka",
      }),
      alert(platform, {
        alert: "KafkaOfflinePartitions",
        expr: `max(kafka_controller_KafkaController_OfflinePartitionsCount{${of}}) > 0`,
        for: "1m",
        severity: "critical",
        summary: "{{ $value }} partitions have no leader",
        description: "They can be neither written nor read. Bring the brokers back that hold them.",
        runbook: "kafka",
      }),
      alert(platform, {
        alert: "KafkaActiveControllers",
        expr: `sum(kafka_controller_KafkaController_ActiveControllerCount{${of}}) != 1`,
        for: "2m",
        severity: "critical",
        summary: "{{ $value }} controllers are active, not one",
        description: "Without one, no topic, leader or access list can change. Look at the logs of the controllers.",
        runbook: "kafka",
      }),
      alert(platform, {
        alert: "KafkaBrokerDown",
        // With no broker left there is nothing to count.
        expr: `(count(kafka_server_ReplicaManager_PartitionCount{${of}}) or vector(0)) < ${kafka.brokers}`,
        for: "3m",
        severity: "critical",
        summary: `{{ $value }} of ${kafka.brokers} brokers are up`,
        description:
          "A broker has been gone for longer than a restart takes. Look at its pod, and at its node: its volume is there and nowhere else.",
        runbook: "kafka",
      }),
      ...pauseAlerts(platform),
      alert(platform, {
        alert: "KafkaBrokerDiskHigh",
        expr: `kafka_log_LogManager_LogDirectorySize > ${kafka.volume.claim.value * BROKER_DISK_SHARE}`,
        for: "10m",
        severity: "warning",
        summary: "{{ $labels.pod }} holds {{ $value | humanize1024 }}B of logs",
        description: `Above ${BROKER_DISK_SHARE * 100} % of its volume of ${kafka.volume.claim} Cruise Control gives up. Shorten the retention, or add a broker and rebalance.`,
        runbook: "kafka",
      }),
    ],
  };
}

/** Pauses longer than the collector's target, and full collections, of which there are none. Source: document 002, sections 1 and 11. */
function pauseAlerts(platform: PlatformWith<"alerts" | "kafka">) {
  const young = `{${brokers(platform)},gc="G1 Young Generation"}[5m]`;
  const target = platform.kafka.jvm.flags.MaxGCPauseMillis;
  const full = alert(platform, {
    alert: "KafkaFullGc",
    expr: `increase(jvm_gc_collection_seconds_count{${brokers(platform)},gc="G1 Old Generation"}[15m]) > 0`,
    for: "0s",
    severity: "warning",
    summary: "{{ $labels.pod }} stopped for a full collection",
    description: "The heap is too small for what the broker does, or something leaks.",
    runbook: "kafka",
  });
  if (target === undefined) return [full];
  const pauses = alert(platform, {
    alert: "KafkaGcPauses",
    expr: `1000 * rate(jvm_gc_collection_seconds_sum${young}) / rate(jvm_gc_collection_seconds_count${young}) > ${target}`,
    for: "10m",
    severity: "warning",
    summary: "{{ $labels.pod }} pauses {{ $value | humanize }} ms at a time, on average",
    description: `The target of a pause is ${target} ms. Producers wait as long. Look at the heap, and at what the node's other pods do.`,
    runbook: "kafka",
  });
  return [pauses, full];
}
