import type { System } from "../../../config/parts";
import type { Connector } from "./connector";
import { secretFile, secretValue } from "./credentials";

/** Class of the plugin. Source: Confluent, Elasticsearch Service Sink Connector, Configuration Reference. */
export const ELASTICSEARCH_SINK_CLASS = "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector";

/**
 * A connector that writes the records of topics as documents to indices of the topics' names.
 *
 * A document's id is topic, partition and offset: work done twice writes the same documents again. The mapping is Elasticsearch's, not the
 * schema's. A document that the index refuses is logged and left out, because one of them must not keep all later ones from being found; everything
 * else that fails stops the task.
 *
 * The cluster is known by the authority in the connector's Secret, as a PEM file, which Kafka's own TLS code reads.
 *
 * Source: document 002, section 1; Confluent, Elasticsearch Service Sink Connector, Configuration Reference;
 * kafka-connect-elasticsearch, ConfigCallbackHandler.sslContext.
 */
export function elasticsearchSink(name: string, sink: System<"kafkaConnect">["elasticsearchSinks"][string]): Connector {
  return {
    name,
    className: ELASTICSEARCH_SINK_CLASS,
    tasks: sink.tasks,
    reads: sink.topics,
    writes: [],
    credentials: sink.credentials,
    config: {
      topics: sink.topics.join(","),
      "connection.url": `https://${sink.host}:${sink.port}`,
      "connection.username": secretValue(name, "user"),
      "connection.password": secretValue(name, "password"),
      "elastic.security.protocol": "SSL",
      "elastic.https.ssl.truststore.type": "PEM",
      "elastic.https.ssl.truststore.location": secretFile(name, "authority"),
      "key.ignore": true,
      "schema.ignore": true,
      "behavior.on.null.values": "ignore",
      "behavior.on.malformed.documents": "warn",
    },
  };
}
