import { parse } from "yaml";

/** The Kafka resource as printed in document 002, section 4, character for character. */
const PRINTED = `
apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata:
  name: kafka-prod
  namespace: kafka-prod
  labels:
    app.kubernetes.io/name: kafka
    app.kubernetes.io/instance: kafka-prod
    environment: production
    team: platform-infra
spec:
  kafka:
    version: 3.7.1
    replicas: 5
    listeners:
      - name: plain
        port: 9092
        type: internal
        tls: false
      - name: tls
        port: 9093
        type: internal
        tls: true
        authentication:
          type: tls
    config:
      offsets.topic.replication.factor: 3
      transaction.state.log.replication.factor: 3
      transaction.state.log.min.isr: 2
      default.replication.factor: 3
      min.insync.replicas: 2
      log.retention.hours: 72
      log.segment.bytes: 1073741824
      log.cleanup.policy: delete
      num.partitions: 12
      num.network.threads: 8
      num.io.threads: 16
      socket.send.buffer.bytes: 102400
      socket.receive.buffer.bytes: 102400
      socket.request.max.bytes: 104857600
      group.max.session.timeout.ms: 300000
      auto.create.topics.enable: false
      delete.topic.enable: true
      compression.type: lz4
    jvmOptions:
      -Xms: 14g
      -Xmx: 14g
      gcLoggingEnabled: true
      javaSystemProperties:
        - name: com.sun.management.jmxremote.port
          value: "9999"
    resources:
      requests:
        memory: 20Gi
        cpu: "4"
      limits:
        memory: 20Gi
        cpu: "8"
    storage:
      type: persistent-claim
      size: 2500Gi
      class: local-nvme
      deleteClaim: false
    metricsConfig:
      type: jmxPrometheusExporter
      valueFrom:
        configMapKeyRef:
          name: kafka-metrics-config
          key: kafka-metrics-config.yml
    template:
      pod:
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchExpressions:
                    - key: node.kubernetes.io/pool
                      operator: In
                      values: ["worker-kafka-v2"]
          podAntiAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              - labelSelector:
                  matchLabels:
                    strimzi.io/name: kafka-prod-kafka
                topologyKey: kubernetes.io/hostname
  zookeeper:
    replicas: 0
  entityOperator:
    topicOperator:
      resources:
        requests:
          memory: 256Mi
          cpu: 100m
        limits:
          memory: 512Mi
          cpu: 500m
    userOperator:
      resources:
        requests:
          memory: 256Mi
          cpu: 100m
        limits:
          memory: 512Mi
          cpu: 500m
  cruiseControl:
    config:
      goals: >
        com.linkedin.kafka.cruisecontrol.analyzer.goals.RackAwareGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.ReplicaCapacityGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.DiskCapacityGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.NetworkInboundCapacityGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.NetworkOutboundCapacityGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.CpuCapacityGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.ReplicaDistributionGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.PotentialNwOutGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.DiskUsageDistributionGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.TopicReplicaDistributionGoal,
        com.linkedin.kafka.cruisecontrol.analyzer.goals.LeaderReplicaDistributionGoal
`;

/** The printed Kafka resource as data. */
export const KAFKA_PROD: unknown = parse(PRINTED);

/** The tuned flags of the brokers. Document 002, section 1, Updated Configuration. */
export const TUNED_FLAGS = [
  "-XX:+UseG1GC",
  "-XX:MaxGCPauseMillis=15",
  "-XX:G1HeapRegionSize=16M",
  "-XX:InitiatingHeapOccupancyPercent=35",
  "-XX:+ExplicitGCInvokesConcurrent",
  "-XX:+ParallelRefProcEnabled",
  "-XX:+UseStringDeduplication",
  "-XX:G1ReservePercent=15",
  "-XX:ConcGCThreads=4",
  "-XX:ParallelGCThreads=8",
] as const;

/** Topics with their partitions, RF=3 each. Document 002, section 5, Topic Inventory. */
export const TOPIC_INVENTORY = {
  "vantage-order-events": 36,
  "vantage-application-logs": 36,
  "vantage-page-views": 24,
  "vantage-inventory-updates": 12,
  "vantage-payment-events": 12,
  "vantage-shipping-events": 12,
  "vantage-user-activity": 12,
  "vantage-notification-events": 6,
  "vantage-search-queries": 6,
  "vantage-recommendation-feedback": 6,
} as const;

/** The KafkaTopic resources that the operator reports. Document 002, section 10, Managed CRD Status. */
export const MANAGED_TOPICS = ["vantage-order-events", "vantage-application-logs", "vantage-page-views"] as const;

/** Consumer groups. Document 002, section 5, Consumer Group Lag. */
export const CONSUMER_GROUPS = [
  "order-event-processor",
  "analytics-consumer",
  "notification-consumer",
  "es-log-ingestion",
  "search-indexer",
  "s3-archiver",
] as const;

/** How a documented metric comes about. */
export type MetricOrigin =
  /** A rule makes it of a bean's attribute. */
  | { readonly attribute: string; readonly labels?: Readonly<Record<string, string>> }
  /** The agent registers it by itself. */
  | "agent"
  /** No bean has it: it is recorded from these. */
  | { readonly recordedFrom: string };

const value = (bean: string) => `${bean}<>Value`;
const rate = (bean: string) => `${bean}<>OneMinuteRate`;
const latency = (request: string): MetricOrigin => ({
  attribute: `kafka.network<type=RequestMetrics, name=TotalTimeMs, request=${request}><>99thPercentile`,
  labels: { request, quantile: "0.99" },
});

/**
 * The metrics of a broker, each with the bean it comes from. Document 002, section 11; beans: Apache Kafka 3.7, documentation, Monitoring, and
 * java.lang.management.
 */
export const BROKER_METRICS: readonly (readonly [name: string, origin: MetricOrigin])[] = [
  ["jvm_memory_heap_used_bytes", { attribute: "java.lang<type=Memory><HeapMemoryUsage>used" }],
  ["jvm_memory_heap_max_bytes", { attribute: "java.lang<type=Memory><HeapMemoryUsage>max" }],
  ["jvm_memory_non_heap_used_bytes", { attribute: "java.lang<type=Memory><NonHeapMemoryUsage>used" }],
  ["jvm_gc_collection_seconds_count", "agent"],
  ["jvm_gc_collection_seconds_sum", "agent"],
  ["jvm_threads_current", "agent"],
  ["jvm_threads_peak", "agent"],
  [
    "kafka_server_BrokerTopicMetrics_MessagesInPerSec",
    { attribute: rate("kafka.server<type=BrokerTopicMetrics, name=MessagesInPerSec>") },
  ],
  [
    "kafka_server_BrokerTopicMetrics_BytesInPerSec",
    { attribute: rate("kafka.server<type=BrokerTopicMetrics, name=BytesInPerSec>") },
  ],
  [
    "kafka_server_BrokerTopicMetrics_BytesOutPerSec",
    { attribute: rate("kafka.server<type=BrokerTopicMetrics, name=BytesOutPerSec>") },
  ],
  ["kafka_network_RequestMetrics_TotalTimeMs", latency("Produce")],
  ["kafka_network_RequestMetrics_TotalTimeMs", latency("FetchConsumer")],
  ["kafka_network_RequestMetrics_TotalTimeMs", latency("FetchFollower")],
  [
    "kafka_network_RequestChannel_RequestQueueSize",
    { attribute: value("kafka.network<type=RequestChannel, name=RequestQueueSize>") },
  ],
  [
    "kafka_network_RequestChannel_ResponseQueueSize",
    { attribute: value("kafka.network<type=RequestChannel, name=ResponseQueueSize>") },
  ],
  ["kafka_log_LogManager_LogDirectorySize", { recordedFrom: "kafka_log_Log_Size" }],
  ["kafka_log_LogManager_LogSegmentCount", { recordedFrom: "kafka_log_Log_NumLogSegments" }],
  [
    "kafka_log_Log_LogEndOffset",
    {
      attribute: value("kafka.log<type=Log, name=LogEndOffset, topic=vantage-order-events, partition=0>"),
      labels: { topic: "vantage-order-events", partition: "0" },
    },
  ],
  [
    "kafka_server_ReplicaManager_UnderReplicatedPartitions",
    { attribute: value("kafka.server<type=ReplicaManager, name=UnderReplicatedPartitions>") },
  ],
  [
    "kafka_server_ReplicaManager_PartitionCount",
    { attribute: value("kafka.server<type=ReplicaManager, name=PartitionCount>") },
  ],
  [
    "kafka_server_ReplicaManager_LeaderCount",
    { attribute: value("kafka.server<type=ReplicaManager, name=LeaderCount>") },
  ],
  [
    "kafka_server_KafkaRequestHandlerPool_RequestHandlerAvgIdlePercent",
    { attribute: rate("kafka.server<type=KafkaRequestHandlerPool, name=RequestHandlerAvgIdlePercent>") },
  ],
  [
    "kafka_network_SocketServer_NetworkProcessorAvgIdlePercent",
    { attribute: value("kafka.network<type=SocketServer, name=NetworkProcessorAvgIdlePercent>") },
  ],
];
