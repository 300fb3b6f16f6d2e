import type { System } from "../../../config/parts";
import type { Connector } from "./connector";
import { secretFile, secretValue } from "./credentials";

/** Class of the plugin. Source: Confluent, JDBC Source Connector, Configuration Reference. */
export const JDBC_SOURCE_CLASS = "io.confluent.connect.jdbc.JdbcSourceConnector";

type JdbcSourceConfig = System<"kafkaConnect">["jdbcSources"][string];

/** Topics that a source writes: one for each table. */
export function sourceTopics({ topicPrefix, tables }: JdbcSourceConfig): readonly string[] {
  return tables.map((table) => `${topicPrefix}${table}`);
}

/**
 * A connector that copies the new and changed rows of tables to topics. It finds them by two columns, the time of the last change and a growing
 * number, so that no row of the same instant is missed; it can't see deletions. A row's number becomes the key of its record: all versions
 * of a row go to one partition, in order.
 *
 * The connection is encrypted, and the server is known by the authority in the connector's Secret.
 *
 * Source: document 002, section 1; Confluent, JDBC Source Connector, Configuration Reference; PostgreSQL JDBC driver, sslmode.
 */
export function jdbcSource(name: string, source: JdbcSourceConfig): Connector {
  const tls = `sslmode=verify-full&sslrootcert=${secretFile(name, "authority")}`;
  return {
    name,
    className: JDBC_SOURCE_CLASS,
    tasks: source.tasks,
    reads: [],
    writes: sourceTopics(source),
    credentials: source.credentials,
    config: {
      "connection.url": `jdbc:postgresql://${source.host}:${source.port}/${source.database}?${tls}`,
      "connection.user": secretValue(name, "user"),
      "connection.password": secretValue(name, "password"),
      "dialect.name": "PostgreSqlDatabaseDialect",
      mode: "timestamp+incrementing",
      "timestamp.column.name": source.timestampColumn,
      "incrementing.column.name": source.incrementingColumn,
      "table.whitelist": source.tables.join(","),
      "topic.prefix": source.topicPrefix,
      "poll.interval.ms": source.pollIntervalMs,
      // Amounts stay exact: the other mappings turn some of them into floating point.
      "numeric.mapping": "none",
      transforms: "copyKey,bareKey",
      "transforms.copyKey.type": "org.apache.kafka.connect.transforms.ValueToKey",
      "transforms.copyKey.fields": source.incrementingColumn,
      "transforms.bareKey.type": "org.apache.kafka.connect.transforms.ExtractField$Key",
      "transforms.bareKey.field": source.incrementingColumn,
    },
  };
}
