import { KAFKA_CONNECT } from "../../../../charts/kafka/connect/kafka-connect";
import { type KubeObject, referenceOf, referenceText } from "../../../../charts/kube-object";
import { documentedRendering } from "../../../../charts/synthesize";
import type { Platform } from "../../../../config/platform";
import { prodPlatform, prodWith } from "../../../infra/prod-platform";

const objects = (platform: Platform): readonly KubeObject[] =>
  documentedRendering(platform, [KAFKA_CONNECT]).flatMap((rendering) => rendering.objects);

function workers(platform = prodPlatform()): KubeObject {
  const found = objects(platform).find(({ kind }) => kind === "KafkaConnect");
  if (found === undefined) throw new Error("no KafkaConnect");
  return found;
}

describe("the chart", () => {
  it("builds user, topics and rules before the workers, and the connectors after them", () => {
    expect(objects(prodPlatform()).map((object) => referenceText(referenceOf(object)))).toEqual([
      "kafka.strimzi.io/KafkaUser kafka-prod/kafka-connect-user",
      "kafka.strimzi.io/KafkaTopic kafka-prod/vantage-orders-db-orders",
      "kafka.strimzi.io/KafkaTopic kafka-prod/vantage-orders-db-order-items",
      "ConfigMap kafka-prod/connect-metrics-config",
      "kafka.strimzi.io/KafkaConnect kafka-prod/connect-prod",
      "kafka.strimzi.io/KafkaConnector kafka-prod/jdbc-source-orders",
      "kafka.strimzi.io/KafkaConnector kafka-prod/s3-sink-app-events",
      "kafka.strimzi.io/KafkaConnector kafka-prod/s3-sink-logs",
      "kafka.strimzi.io/KafkaConnector kafka-prod/elasticsearch-sink-search",
    ]);
  });

  it("holds no value of a Secret, and asks for no registry's credentials", () => {
    const text = JSON.stringify(objects(prodPlatform()));
    expect(text.match(/\$\{directory:[^}]*:(username|password)\}/g)).toHaveLength(4);
    expect(text).not.toContain('"build"');
    expect(text).not.toMatch(/PRIVATE KEY|BEGIN CERTIFICATE/);
  });
});

describe("the workers", () => {
  it("are the four of connect-prod, of the cluster's release", () => {
    expect(workers().metadata).toEqual({
      name: "connect-prod",
      namespace: "kafka-prod",
      labels: {
        "app.kubernetes.io/name": "kafka-connect",
        "app.kubernetes.io/instance": "connect-prod",
        environment: "production",
        team: "platform-infra",
      },
      annotations: { "strimzi.io/use-connector-resources": "true" },
    });
    expect(workers().spec).toMatchObject({
      replicas: 4,
      version: "3.7.1",
      image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/vantage/kafka-connect:0.42.0-kafka-3.7.1-r1",
    });
  });

  it("come to the brokers by TLS, as kafka-connect-user", () => {
    expect(workers().spec).toMatchObject({
      bootstrapServers: "kafka-prod-kafka-bootstrap:9093",
      tls: { trustedCertificates: [{ secretName: "kafka-prod-cluster-ca-cert", certificate: "ca.crt" }] },
      authentication: {
        type: "tls",
        certificateAndKey: { secretName: "kafka-connect-user", certificate: "user.crt", key: "user.key" },
      },
    });
  });

  it("keep what they know in three topics of three copies, and know the registry by its documented address", () => {
    expect((workers().spec as { config: object }).config).toEqual({
      "group.id": "connect-prod",
      "config.storage.topic": "connect-prod-configs",
      "config.storage.replication.factor": 3,
      "offset.storage.topic": "connect-prod-offsets",
      "offset.storage.replication.factor": 3,
      "status.storage.topic": "connect-prod-status",
      "status.storage.replication.factor": 3,
      "topic.creation.enable": false,
      "key.converter": "org.apache.kafka.connect.storage.StringConverter",
      "value.converter": "io.confluent.connect.avro.AvroConverter",
      "value.converter.schema.registry.url": "http://schema-registry.kafka-prod.svc.cluster.local:8081",
      "config.providers": "directory",
      "config.providers.directory.class": "org.apache.kafka.common.config.provider.DirectoryConfigProvider",
    });
  });

  it("have room for the documented 4.1 GiB", () => {
    const { resources, jvmOptions } = workers().spec as Record<string, unknown>;
    expect(resources).toEqual({ requests: { cpu: "1", memory: "5Gi" }, limits: { cpu: "2", memory: "5Gi" } });
    expect(jvmOptions).toEqual({ "-Xms": "3g", "-Xmx": "3g" });
  });

  it("run without privileges, spread, one at a time out of service, with the role of the data lake's writer", () => {
    const matchLabels = {
      "strimzi.io/cluster": "connect-prod",
      "strimzi.io/kind": "KafkaConnect",
      "strimzi.io/name": "connect-prod-connect",
    };
    const constraint = (topologyKey: string, whenUnsatisfiable: string) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable,
      labelSelector: { matchLabels },
    });
    const pool = { key: "node.kubernetes.io/pool", operator: "In", values: ["worker-general-v5"] };
    expect((workers().spec as { template: object }).template).toEqual({
      pod: {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [pool] }] },
          },
        },
        topologySpreadConstraints: [
          constraint("topology.kubernetes.io/zone", "DoNotSchedule"),
          constraint("kubernetes.io/hostname", "ScheduleAnyway"),
        ],
        enableServiceLinks: false,
        priorityClassName: "platform-service",
        securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
      },
      connectContainer: { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } } },
      podDisruptionBudget: { maxUnavailable: 1 },
      serviceAccount: {
        metadata: {
          annotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/prod-us-east-1-kafka-connect" },
        },
      },
    });
  });

  it("mount the Secrets of the connectors that have one, and wait for none", () => {
    const secret = (name: string, secretName: string) => ({ name, secret: { secretName, optional: true } });
    expect(workers().spec).toMatchObject({
      externalConfiguration: {
        volumes: [
          secret("jdbc-source-orders", "orders-prod-primary-connect"),
          secret("elasticsearch-sink-search", "es-prod-search-connect"),
        ],
      },
    });
    const none = prodWith(({ kafkaConnect }) =>
      Object.assign(kafkaConnect, { jdbcSources: {}, elasticsearchSinks: {} }),
    );
    expect(Object.keys(workers(none).spec as object)).not.toContain("externalConfiguration");
  });

  it("can't be built without an identity for their service account", () => {
    const without = prodWith(({ storage }) => delete storage.identities["kafka-connect"]);
    expect(() => objects(without)).toThrow(
      "vantage:storage.identities: there is no identity for service account kafka-prod/connect-prod-connect.",
    );
  });
});
