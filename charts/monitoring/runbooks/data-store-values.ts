import { redisMemoryGib } from "../../../config/derived/redis-sizes";
import type { PlatformWith } from "../../../config/parts";
import { kafkaNamespace } from "../../kafka/strimzi";
import { redisClusters } from "../../redis/clusters/redis-cluster";
import { alertThreshold } from "../alert-threshold";
import { BLACK_FRIDAY_SESSIONS, NORMAL_PEAK_SESSIONS, projectedBytesPerPrimary } from "../dashboards/black-friday-row";
import { BROKER_DISK_SHARE } from "../rules/kafka";
import { code, table } from "./markdown";

/** The runbook on Redis' memory. Source: document 001, sections 2, 7 and 8. */
export function redisValues(platform: PlatformWith<"alerts" | "redis">) {
  const clusters = redisClusters(platform);
  const store = clusters.find(({ name }) => platform.alerts.sessionStores.includes(name));
  const rows = clusters.map(({ name, shards, maxmemory, evictionPolicy }) => [
    code(name),
    `${shards} primaries, ${shards} replicas`,
    `${maxmemory}`,
    `${redisMemoryGib(maxmemory)}Gi`,
    code(evictionPolicy),
  ]);
  return {
    blackFriday: `${BLACK_FRIDAY_SESSIONS / 1e6}`,
    clusters: table(["Cluster", "Servers", "maxmemory", "Memory of the container", "When full"], rows),
    critical: `${100 * alertThreshold(platform, "RedisMemoryCritical")}`,
    evictions: `${alertThreshold(platform, "RedisEvictionsHigh")}`,
    factor: `${BLACK_FRIDAY_SESSIONS / NORMAL_PEAK_SESSIONS}`,
    namespace: platform.redis.namespace,
    projectedGb: `${projectedBytesPerPrimary(store?.shards ?? 1) / 1e9}`,
    warning: `${alertThreshold(platform, "RedisSessionMemoryHigh")}`,
  };
}

/** The runbook on Kafka's brokers. Source: document 002, sections 1, 4, 10 and 11. */
export function kafkaValues(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">) {
  const { kafka } = platform;
  return {
    brokers: `${kafka.brokers}`,
    claim: `${kafka.volume.claim}`,
    controllers: `${kafka.controllers}`,
    diskShare: `${100 * BROKER_DISK_SHARE}`,
    heap: kafka.jvm.heap,
    memory: `${kafka.resources.limits.memory}`,
    minInSync: `${kafka.minInSyncReplicas}`,
    name: kafka.name,
    namespace: kafkaNamespace(platform),
    nodePool: kafka.nodePool,
    pauseMs: kafka.jvm.flags.MaxGCPauseMillis ?? "200",
    quorum: `${Math.floor(kafka.controllers / 2) + 1}`,
    replication: `${kafka.replicationFactor}`,
    retention: `${kafka.retention}`,
  };
}

/** The runbook on Kafka Connect. Source: document 002, section 1. */
export function kafkaConnectValues(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "alerts" | "kafka" | "kafkaConnect">,
) {
  const { kafkaConnect, kafka, alerts } = platform;
  const kinds = {
    "S3 sink": kafkaConnect.s3Sinks,
    "JDBC source": kafkaConnect.jdbcSources,
    "Elasticsearch sink": kafkaConnect.elasticsearchSinks,
  };
  const rows = Object.entries(kinds).flatMap(([kind, connectors]) =>
    Object.entries(connectors).map(([name, { tasks }]) => [code(name), kind, `${tasks}`]),
  );
  return {
    connectors: `${rows.length}`,
    connectorTable: table(["Connector", "Kind", "Tasks"], rows),
    heap: kafkaConnect.heap,
    lag: alerts.sinkLag.toLocaleString("en-US"),
    memory: `${kafkaConnect.resources.limits.memory}`,
    name: kafkaConnect.name,
    namespace: kafkaNamespace(platform),
    retention: `${kafka.retention}`,
    workers: `${kafkaConnect.workers}`,
  };
}
