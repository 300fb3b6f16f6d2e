import type { ManifestCheck } from "../../../charts/checks/check";
import type { KubeObject } from "../../../charts/kube-object";
import { type Change, changedObjects } from "./changed-objects";
import { found } from "./kafka-fixture";

const NAMESPACE = "streams";
const API = "kafka.strimzi.io/v1beta2";

function strimzi(kind: string, name: string, cluster: string | undefined, spec: object): KubeObject {
  const labels = cluster === undefined ? {} : { labels: { "strimzi.io/cluster": cluster } };
  return { apiVersion: API, kind, metadata: { name, namespace: NAMESPACE, ...labels }, spec };
}

function rule(type: string, name: string, operations: readonly string[], patternType = "literal") {
  return { resource: { type, name, patternType }, operations, host: "*" };
}

const OWN = ["Create", "DescribeConfigs", "Read", "Write"];

/** Workers with a sink and a source, and what they need in Kafka: nothing is wrong with them. Every name is used once. */
const GOOD_WORKERS: readonly KubeObject[] = [
  strimzi("Kafka", "log", undefined, { kafka: {} }),
  strimzi("KafkaNodePool", "nodes", "log", { replicas: 3, roles: ["controller", "broker"] }),
  strimzi("KafkaTopic", "events", "log", { partitions: 6, replicas: 3 }),
  strimzi("KafkaTopic", "copy-of-items", "log", { topicName: "copy-of_items", partitions: 3, replicas: 3 }),
  strimzi("KafkaUser", "mover", "log", {
    authorization: {
      type: "simple",
      acls: [
        rule("topic", "own-", OWN, "prefix"),
        rule("group", "own", ["Read"]),
        rule("group", "connect-drain", ["Read"]),
        rule("topic", "events", ["Read", "Describe"]),
        rule("topic", "copy-of_items", ["All"]),
      ],
    },
  }),
  {
    ...strimzi("KafkaConnect", "movers", undefined, {
      bootstrapServers: "log-kafka-bootstrap:9093",
      authentication: { type: "tls", certificateAndKey: { secretName: "mover" } },
      config: {
        "group.id": "own",
        "config.storage.topic": "own-configs",
        "config.storage.replication.factor": 3,
        "offset.storage.topic": "own-offsets",
        "offset.storage.replication.factor": 3,
        "status.storage.topic": "own-status",
        "status.storage.replication.factor": 3,
        "config.providers": "env, directory",
      },
      externalConfiguration: { volumes: [{ name: "shop", secret: { secretName: "shop" } }] },
    }),
    metadata: { name: "movers", namespace: NAMESPACE, annotations: { "strimzi.io/use-connector-resources": "true" } },
  },
  strimzi("KafkaConnector", "drain", "movers", { class: "x.Sink", tasksMax: 6, config: { topics: "events" } }),
  strimzi("KafkaConnector", "copy", "movers", {
    class: "x.Source",
    tasksMax: 1,
    config: {
      "topic.prefix": "copy-",
      "table.whitelist": "of_items",
      "connection.url": "jdbc:postgresql://shop:5432/shop",
      "connection.password": `\${directory:/opt/kafka/external-configuration/shop:password}`,
    },
  }),
];

/** The good workers after changes. @throws {Error} for an object or a place that isn't there, which would test nothing */
export function changedWorkers(...changes: readonly Change[]): readonly KubeObject[] {
  return changedObjects(GOOD_WORKERS, changes);
}

/** The good workers without the objects of these names. */
export function workersWithout(...names: readonly string[]): readonly KubeObject[] {
  return GOOD_WORKERS.filter(({ metadata }) => !names.includes(metadata.name));
}

/** What a check finds after changes to the good workers. */
export function foundAmongWorkers(check: ManifestCheck, ...changes: readonly Change[]): readonly string[] {
  return found(check, changedWorkers(...changes));
}
