import type { PlatformWith } from "../../../config/parts";

/**
 * Configuration of the brokers: `spec.kafka.config` of the Kafka resource. What a stack may want otherwise comes
 * from its file; the rest is what the documents print.
 *
 * Source: document 002, section 4.
 */
export function brokerConfig({ kafka }: PlatformWith<"kafka">): Readonly<Record<string, string | number | boolean>> {
  return {
    "offsets.topic.replication.factor": kafka.replicationFactor,
    "transaction.state.log.replication.factor": kafka.replicationFactor,
    "transaction.state.log.min.isr": kafka.minInSyncReplicas,
    "default.replication.factor": kafka.replicationFactor,
    "min.insync.replicas": kafka.minInSyncReplicas,
    "log.retention.hours": kafka.retention.hours,
    "log.segment.bytes": SEGMENT_BYTES,
    "log.cleanup.policy": "delete",
    "num.partitions": kafka.defaultPartitions,
    "num.network.threads": kafka.networkThreads,
    "num.io.threads": kafka.ioThreads,
    "socket.send.buffer.bytes": SOCKET_BUFFER_BYTES,
    "socket.receive.buffer.bytes": SOCKET_BUFFER_BYTES,
    "socket.request.max.bytes": REQUEST_MAX_BYTES,
    "group.max.session.timeout.ms": MAX_SESSION_TIMEOUT_MS,
    "auto.create.topics.enable": false,
    "delete.topic.enable": true,
    "compression.type": "lz4",
  };
}

/** Size of a log segment, 1 GiB: what is younger than the newest segment is never deleted. Source: document 002, section 4. */
export const SEGMENT_BYTES = 2 ** 30;

/** Socket buffers of a broker's connections, 100 KiB each way. Source: document 002, section 4. */
export const SOCKET_BUFFER_BYTES = 102_400;

/** Largest request that a broker takes, 100 MiB. Source: document 002, section 4. */
export const REQUEST_MAX_BYTES = 100 * 2 ** 20;

/** Longest time that a consumer may ask to be silent before its group goes on without it, five minutes. Source: document 002, section 4. */
export const MAX_SESSION_TIMEOUT_MS = 300_000;
