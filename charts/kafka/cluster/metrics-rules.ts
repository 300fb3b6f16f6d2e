import { stringify } from "yaml";

/** ConfigMap of the exporter's rules, and the key that holds them. Source: document 002, section 4 (metricsConfig). */
export const METRICS_CONFIG = "kafka-metrics-config";
/** Key of {@link METRICS_CONFIG}. */
export const METRICS_KEY = "kafka-metrics-config.yml";

/** A rule of the JMX exporter: which attribute of which bean becomes which metric. */
export interface MetricsRule {
  /**
   * Regular expression over `domain<key=value, ...><attribute path>attribute: value`, found anywhere in it. The first rule that matches decides, and
   * what matches none is not exported.
   */
  readonly pattern: string;
  /** Name of the metric; `$1` is the first group of the pattern. */
  readonly name: string;
  readonly type: "GAUGE";
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Rules that give the metrics their documented names. Rates are the brokers' own over one minute. Topics are told apart only where it was
 * documented, because each brings a series per partition.
 *
 * The size and the number of segments of a whole log directory have no bean: they are recorded from those of the partitions, for which there is
 * a rule. Collections of garbage and threads are counted by the agent itself.
 *
 * Source: document 002, section 11 (names); compatibility page, S22 and 8.3; jmx_exporter 1.0.1, JmxCollector (matching).
 */
export const METRICS_RULES: readonly MetricsRule[] = [
  {
    pattern: "java.lang<type=Memory><HeapMemoryUsage>(used|max)",
    name: "jvm_memory_heap_$1_bytes",
    type: "GAUGE",
  },
  {
    pattern: "java.lang<type=Memory><NonHeapMemoryUsage>used",
    name: "jvm_memory_non_heap_used_bytes",
    type: "GAUGE",
  },
  {
    pattern: "kafka.network<type=RequestMetrics, name=TotalTimeMs, request=(\\w+)><>(\\d+)thPercentile",
    name: "kafka_network_RequestMetrics_TotalTimeMs",
    type: "GAUGE",
    labels: { request: "$1", quantile: "0.$2" },
  },
  {
    pattern: "kafka.(\\w+)<type=(\\w+), name=(\\w+PerSec|RequestHandlerAvgIdlePercent)><>OneMinuteRate",
    name: "kafka_$1_$2_$3",
    type: "GAUGE",
  },
  {
    pattern: "kafka.log<type=Log, name=(LogEndOffset|Size|NumLogSegments), topic=(.+), partition=(\\d+)><>Value",
    name: "kafka_log_Log_$1",
    type: "GAUGE",
    labels: { topic: "$2", partition: "$3" },
  },
  {
    pattern: "kafka.(\\w+)<type=(\\w+), name=(\\w+)><>Value",
    name: "kafka_$1_$2_$3",
    type: "GAUGE",
  },
];

/** The exporter's configuration as text. Names keep their case: the documented ones have capitals. */
export function metricsConfig(): string {
  return stringify(
    { lowercaseOutputName: false, rules: METRICS_RULES },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}
