import type { PlatformWith, System } from "../../../config/parts";
import type { Connector, Setting } from "./connector";

/** Class of the plugin. Source: Confluent, Amazon S3 Sink Connector, Configuration Reference. */
export const S3_SINK_CLASS = "io.confluent.connect.s3.S3SinkConnector";

/**
 * Size of the parts in which objects are uploaded, the smallest that S3 takes: 5 MiB. A task holds one part in memory for each partition that it
 * reads; the default of 25 MiB would need 1.6 GiB for the 66 partitions of the events alone.
 */
export const PART_BYTES = 5 * 2 ** 20;

/** Objects are filed by the hour of their records. */
const HOUR_MS = 3_600_000;

/**
 * A connector that files the records of topics in a bucket: `<prefix><topic>/year=.../month=.../day=.../hour=.../`.
 *
 * What an object holds follows from the records alone (their offsets and times), so that work done twice after a failure writes the same object
 * again, and each record ends up in S3 exactly once. Credentials come from the role of the workers' service account, encryption from the
 * bucket. A tombstone has no content to keep and is left out; any other record that can't be read stops the task, for nothing may be lost.
 *
 * Source: document 002, section 1; Confluent, Amazon S3 Sink Connector, Configuration Reference and Exactly-once Delivery.
 */
export function s3Sink(
  platform: PlatformWith<"schemaRegistry">,
  name: string,
  sink: System<"kafkaConnect">["s3Sinks"][string],
): Connector {
  return {
    name,
    className: S3_SINK_CLASS,
    tasks: sink.tasks,
    reads: sink.topics,
    writes: [],
    config: {
      topics: sink.topics.join(","),
      "storage.class": "io.confluent.connect.s3.storage.S3Storage",
      "s3.region": platform.aws.region,
      "s3.bucket.name": sink.bucket,
      "s3.part.size": PART_BYTES,
      "topics.dir": sink.prefix.replace(/\/$/, ""),
      "flush.size": sink.flushRecords,
      "rotate.interval.ms": sink.rotation.seconds * 1_000,
      "partitioner.class": "io.confluent.connect.storage.partitioner.TimeBasedPartitioner",
      "partition.duration.ms": HOUR_MS,
      "path.format": "'year'=YYYY/'month'=MM/'day'=dd/'hour'=HH",
      locale: "en-US",
      timezone: "UTC",
      "timestamp.extractor": "Record",
      "behavior.on.null.values": "ignore",
      ...recordSettings(platform, sink.records),
    },
  };
}

/** Settings that depend on what the records are. */
function recordSettings(
  platform: PlatformWith<"schemaRegistry">,
  records: "avro" | "json",
): Readonly<Record<string, Setting>> {
  return records === "avro"
    ? {
        "format.class": "io.confluent.connect.s3.format.avro.AvroFormat",
        "avro.codec": "snappy",
        // The registry has checked the versions; the connector knows no transitive level, and needs none to write in the newest.
        "schema.compatibility": platform.schemaRegistry.compatibility.replace(/_TRANSITIVE$/, ""),
      }
    : {
        "format.class": "io.confluent.connect.s3.format.json.JsonFormat",
        "s3.compression.type": "gzip",
        "schema.compatibility": "NONE",
        "value.converter": "org.apache.kafka.connect.json.JsonConverter",
        "value.converter.schemas.enable": false,
      };
}
