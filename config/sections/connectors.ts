import { z } from "zod";
import { dnsLabelField, durationField, patternField } from "./fields";

const tasks = z
  .int()
  .min(1)
  .max(64)
  .describe(
    "Tasks, spread over the workers. A sink's work is shared by partitions, a source's by tables: more tasks than those stand idle. Rebalances the workers.",
  );

const topics = z
  .array(z.string())
  .min(1)
  .describe("Topics of `vantage:kafka.topics` that it reads; the user of the workers may read these and no others.");

const credentials = dnsLabelField.describe(
  "Secret beside the workers with the keys username, password and ca.crt. Whoever runs the other system makes it; this stack names it and never holds a value. It may come later: until then only this connector fails.",
);

const hostField = patternField(
  /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/,
  "a host name in lower case",
  "write the name alone, without scheme, port and path",
);

const port = z.int().min(1).max(65_535);

const s3Sink = z.strictObject({
  tasks,
  topics,
  bucket: z.string().describe("Bucket of `vantage:storage.buckets`."),
  prefix: patternField(
    /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*\/$/,
    "a prefix such as events/",
    "write lower-case letters, digits, '.', '_' and '-', and end it with /",
  ).describe("Prefix of its objects, one that the workers' identity may write. Source: document 002, section 1."),
  records: z
    .enum(["avro", "json"])
    .describe(
      "What the records are. `avro`: with a schema of the registry, stored as Avro files. `json`: without a schema, stored as JSON lines.",
    ),
  flushRecords: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(50_000)
    .describe(
      "Records after which an object is complete. Default 50000: at the documented 2.9 kB a record (142 GB in 48.2 million) an object of 150 MB.",
    ),
  rotation: durationField
    .default(() => durationField.parse("10m"))
    .describe(
      "Age, by the records' own time, at which an object is complete. Default 10m: what a lost worker has to read again.",
    ),
});

const identifier = patternField(
  /^[a-z][a-z0-9_]{0,62}$/,
  "a name of the database: lower-case letters, digits and '_'",
  "write it as the database does, without schema and quotes",
);

const jdbcSource = z.strictObject({
  tasks,
  host: hostField.describe("Endpoint of the PostgreSQL server."),
  port: port.default(5432).describe("Port of the server. Default 5432, PostgreSQL's own."),
  database: identifier.describe("Database on the server."),
  tables: z.array(identifier).min(1).describe("Tables that it copies, each to a topic of its own."),
  timestampColumn: identifier.describe(
    "Column with the time of a row's last change, which every table has and which is never null.",
  ),
  incrementingColumn: identifier.describe("Column with a row's growing number, which is also the key of its records."),
  topicPrefix: patternField(
    /^[a-z][a-z0-9-]{0,99}-$/,
    "lower-case letters, digits and hyphens, ending in a hyphen",
    "end it with -, such as orders-db-",
  ).describe("Beginning of its topics' names; the table's name follows. Another prefix means other, empty topics."),
  partitions: z
    .int()
    .min(1)
    .max(1_000)
    .describe("Partitions of each of its topics; they can be raised, never lowered."),
  pollIntervalMs: z
    .int()
    .min(100)
    .max(3_600_000)
    .describe(
      "Milliseconds between two looks at a table. Source: document 002, section 1: the documented lag of 800 ms needs less than that.",
    ),
  credentials,
});

const elasticsearchSink = z.strictObject({
  tasks,
  topics,
  host: hostField.describe("Address of the Elasticsearch cluster, reached over TLS."),
  port: port.default(9200).describe("Port of the cluster. Default 9200, Elasticsearch's own."),
  credentials,
});

const connectorName = patternField(
  /^[a-z]([a-z0-9-]{0,46}[a-z0-9])?$/,
  "at most 48 lower-case letters, digits and hyphens, beginning with a letter",
  "shorten it or leave out other characters",
);

/** Connectors by what they are. The name is also part of a sink's consumer group: another name reads every topic from its beginning. */
export const connectorFields = {
  s3Sinks: z.record(connectorName, s3Sink).describe("Connectors that write topics to S3, by name."),
  jdbcSources: z.record(connectorName, jdbcSource).describe("Connectors that copy tables to topics, by name."),
  elasticsearchSinks: z
    .record(connectorName, elasticsearchSink)
    .describe("Connectors that write topics to Elasticsearch, by name."),
};
