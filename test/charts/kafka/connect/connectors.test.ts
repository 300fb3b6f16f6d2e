import { connectorResource, connectors } from "../../../../charts/kafka/connect/connectors";
import { sourceTopicResources } from "../../../../charts/kafka/connect/source-topics";
import { entry } from "../../../config/checks/prod-findings";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";

const resources = (platform = prodPlatform()) =>
  Object.fromEntries(connectors(platform).map((connector) => [connector.name, connectorResource(platform, connector)]));

function resource(name: string, platform = prodPlatform()) {
  const { spec } = entry(resources(platform), name);
  return spec as { readonly class: string; readonly tasksMax: number; readonly config: Record<string, unknown> };
}

const MOUNTED = "/opt/kafka/external-configuration";

/** What every connector has. */
const LOGGED = { "errors.log.enable": true, "errors.log.include.messages": false };

/** What both S3 sinks have. */
const FILED_BY_HOUR = {
  "storage.class": "io.confluent.connect.s3.storage.S3Storage",
  "s3.region": "us-east-1",
  "s3.bucket.name": "vantage-data-lake",
  "s3.part.size": 5_242_880,
  "flush.size": 50_000,
  "rotate.interval.ms": 600_000,
  "partitioner.class": "io.confluent.connect.storage.partitioner.TimeBasedPartitioner",
  "partition.duration.ms": 3_600_000,
  "path.format": "'year'=YYYY/'month'=MM/'day'=dd/'hour'=HH",
  locale: "en-US",
  timezone: "UTC",
  "timestamp.extractor": "Record",
  "behavior.on.null.values": "ignore",
  ...LOGGED,
};

describe("the connectors", () => {
  it("are the four of document 002, section 1, with their tasks, elasticsearch-sink-search with the later 4", () => {
    const found = Object.values(resources()).map(({ metadata, spec }) => [
      metadata.name,
      (spec as { tasksMax: number }).tasksMax,
    ]);
    expect(Object.fromEntries(found)).toEqual({
      "s3-sink-app-events": 4,
      "jdbc-source-orders": 2,
      "s3-sink-logs": 2,
      "elasticsearch-sink-search": 4,
    });
  });

  it("belong to the workers, in their namespace, and are restarted when they fail", () => {
    for (const { apiVersion, kind, metadata, spec } of Object.values(resources())) {
      expect({ apiVersion, kind }).toEqual({ apiVersion: "kafka.strimzi.io/v1beta2", kind: "KafkaConnector" });
      expect(metadata).toMatchObject({ namespace: "kafka-prod", labels: { "strimzi.io/cluster": "connect-prod" } });
      expect(spec).toMatchObject({ autoRestart: { enabled: true, maxRestarts: 10 } });
    }
  });

  it("s3-sink-app-events writes events/ of the data lake", () => {
    expect(resource("s3-sink-app-events")).toMatchObject({
      class: "io.confluent.connect.s3.S3SinkConnector",
      config: {
        ...FILED_BY_HOUR,
        topics: "vantage-notification-events,vantage-order-events,vantage-payment-events,vantage-shipping-events",
        "topics.dir": "events",
        "format.class": "io.confluent.connect.s3.format.avro.AvroFormat",
        "avro.codec": "snappy",
        "schema.compatibility": "BACKWARD",
      },
    });
  });

  it("s3-sink-logs writes logs/, as JSON lines", () => {
    expect(resource("s3-sink-logs")).toMatchObject({
      config: {
        ...FILED_BY_HOUR,
        topics: "vantage-application-logs",
        "topics.dir": "logs",
        "format.class": "io.confluent.connect.s3.format.json.JsonFormat",
        "s3.compression.type": "gzip",
        "schema.compatibility": "NONE",
        "value.converter": "org.apache.kafka.connect.json.JsonConverter",
        "value.converter.schemas.enable": false,
      },
    });
  });

  it("jdbc-source-orders reads orders-prod-primary, often enough for a lag of 800 ms", () => {
    const folder = `${MOUNTED}/jdbc-source-orders`;
    const { class: className, config } = resource("jdbc-source-orders");
    expect(className).toBe("io.confluent.connect.jdbc.JdbcSourceConnector");
    expect(config["poll.interval.ms"]).toBeLessThan(800);
    expect(config).toEqual({
      "connection.url": `jdbc:postgresql://orders-prod-primary.c0123456789a.us-east-1.rds.amazonaws.com:5432/orders?sslmode=verify-full&sslrootcert=${folder}/ca.crt`,
      "connection.user": `\${directory:${folder}:username}`,
      "connection.password": `\${directory:${folder}:password}`,
      "dialect.name": "PostgreSqlDatabaseDialect",
      mode: "timestamp+incrementing",
      "timestamp.column.name": "updated_at",
      "incrementing.column.name": "id",
      "table.whitelist": "orders,order_items",
      "topic.prefix": "vantage-orders-db-",
      "poll.interval.ms": 500,
      "numeric.mapping": "none",
      transforms: "copyKey,bareKey",
      "transforms.copyKey.type": "org.apache.kafka.connect.transforms.ValueToKey",
      "transforms.copyKey.fields": "id",
      "transforms.bareKey.type": "org.apache.kafka.connect.transforms.ExtractField$Key",
      "transforms.bareKey.field": "id",
      ...LOGGED,
    });
  });

  it("elasticsearch-sink-search reads the topic whose growth asked for its fourth task, and writes to es-prod-search", () => {
    const folder = `${MOUNTED}/elasticsearch-sink-search`;
    expect(resource("elasticsearch-sink-search")).toEqual({
      class: "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector",
      tasksMax: 4,
      autoRestart: { enabled: true, maxRestarts: 10 },
      config: {
        topics: "vantage-order-events",
        "connection.url": "https://es-prod-search.elastic-system.svc.cluster.local:9200",
        "connection.username": `\${directory:${folder}:username}`,
        "connection.password": `\${directory:${folder}:password}`,
        "elastic.security.protocol": "SSL",
        "elastic.https.ssl.truststore.type": "PEM",
        "elastic.https.ssl.truststore.location": `${folder}/ca.crt`,
        "key.ignore": true,
        "schema.ignore": true,
        "behavior.on.null.values": "ignore",
        "behavior.on.malformed.documents": "warn",
        ...LOGGED,
      },
    });
  });

  it("take what a stack file says otherwise: region, time, level of compatibility", () => {
    const other = prodWith((input) => {
      Object.assign(entry(input.kafkaConnect.s3Sinks, "s3-sink-app-events"), { rotation: "1h", flushRecords: 7 });
      input.schemaRegistry.compatibility = "FULL_TRANSITIVE";
      input.aws.region = "eu-central-1";
    });
    expect(resource("s3-sink-app-events", other)).toMatchObject({
      config: {
        "rotate.interval.ms": 3_600_000,
        "flush.size": 7,
        "schema.compatibility": "FULL",
        "s3.region": "eu-central-1",
      },
    });
  });
});

describe("topics of the source", () => {
  it("are one for each table, as durable as the others", () => {
    const topic = (name: string, topicName: string) => ({
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaTopic",
      metadata: { name, namespace: "kafka-prod", labels: { "strimzi.io/cluster": "kafka-prod" } },
      spec: { topicName, partitions: 6, replicas: 3, config: { "retention.ms": 259_200_000 } },
    });
    expect(sourceTopicResources(prodPlatform())).toEqual([
      topic("vantage-orders-db-orders", "vantage-orders-db-orders"),
      topic("vantage-orders-db-order-items", "vantage-orders-db-order_items"),
    ]);
  });
});
