import { CLUSTER_LABEL } from "../../../charts/kafka/strimzi";
import type { Difference } from "../../diff/compare";
import { fromTo, lowered, noneLeft } from "../amounts";
import type { FieldRow, TypeRows } from "../row";
import { cleansMore, topicRetainsLess } from "./kafka-retention";

const TOPICS = 'Strimzi 0.42, "Using the Topic Operator to manage Kafka topics"';
const CONFIGS = "Apache Kafka 3.7, topic configs";

/** Whose operator looks after an object is its label's word. */
function otherCluster(what: string): FieldRow {
  return {
    path: ["metadata", "labels", CLUSTER_LABEL],
    class: "replacement",
    reason: (change) => `another cluster has it, ${fromTo(change)}: ${what}`,
    source: 'Strimzi 0.42, "Deploying and Managing" (strimzi.io/cluster)',
  };
}

/** What changes of topics, of users, of Connect and of its connectors do. */
export const KAFKA_TOPIC_ROWS: readonly TypeRows[] = [
  {
    of: ["kafka.strimzi.io/KafkaTopic"],
    removed: [
      {
        class: "data loss",
        reason: "Strimzi deletes the topic with its resource, and all its records",
        source: TOPICS,
      },
    ],
    fields: [
      otherCluster("a topic without these records is made there, and nothing looks after this one any more"),
      {
        path: ["spec", "partitions"],
        when: (change) => lowered(change, 1),
        class: "data loss",
        reason: (change) =>
          `Kafka can't take partitions away, ${fromTo(change)}: the topic would have to be deleted and made again, without its records`,
        source: TOPICS,
      },
      {
        path: ["spec", "partitions"],
        class: "in place",
        reason: (change) =>
          `partitions are added, ${fromTo(change)}: records of a key may come to another partition, so their order isn't kept across the change`,
        source: TOPICS,
      },
      {
        path: ["spec", "replicas"],
        class: "in place",
        reason: (change) =>
          `the Topic Operator refuses it unless Cruise Control moves the copies, ${fromTo(change)}; records stay where they are`,
        source: TOPICS,
      },
      {
        path: ["spec", "topicName"],
        class: "data loss",
        reason: "a topic can't be renamed: another one is made, without the records of this one",
        source: TOPICS,
      },
      ...["retention.ms", "retention.bytes"].map((setting) => ({
        path: ["spec", "config", setting],
        when: topicRetainsLess,
        class: "data loss" as const,
        reason: (change: Difference) =>
          `records are deleted sooner, ${fromTo(change, setting === "retention.ms" ? "ms" : "bytes for each partition")}, those that exist, too`,
        source: CONFIGS,
      })),
      {
        path: ["spec", "config", "cleanup.policy"],
        when: ({ before, after }) => cleansMore(before, after),
        class: "data loss",
        reason: (change) => `records that were kept so far are deleted, ${fromTo(change)}`,
        source: CONFIGS,
      },
      {
        path: ["spec", "config"],
        class: "in place",
        reason: "Kafka takes the topic's settings while it runs; no record is deleted sooner",
        source: CONFIGS,
      },
    ],
  },
  {
    of: ["kafka.strimzi.io/KafkaUser"],
    removed: [
      {
        class: "replacement",
        reason: "Strimzi deletes the user with its Secret: clients that sign in as it are refused",
        source: 'Strimzi 0.42, "Using the User Operator"',
      },
    ],
    fields: [
      otherCluster("the user is made there, and nothing looks after this one any more"),
      {
        path: ["spec", "authentication"],
        class: "replacement",
        reason: "Strimzi makes other credentials: clients are refused until they have them",
        source: 'Strimzi 0.42, "Using the User Operator"',
      },
      {
        path: ["spec"],
        class: "in place",
        reason: "rights of the user change within seconds, for clients that are connected, too",
        source: 'Strimzi 0.42, "Using the User Operator"',
      },
    ],
  },
  {
    of: ["kafka.strimzi.io/KafkaConnect"],
    removed: [
      {
        class: "replacement",
        reason: "Strimzi ends the workers, and no connector runs any more",
        source: 'Strimzi 0.42, "Configuring Kafka Connect"',
      },
    ],
    fields: [
      {
        path: ["spec", "replicas"],
        when: noneLeft,
        class: "replacement",
        reason: "Strimzi ends all workers: no connector runs until there are some again",
        source: 'Strimzi 0.42, "Configuring Kafka Connect"',
      },
      {
        path: ["spec", "replicas"],
        class: "in place",
        reason: (change) => `workers come or go, ${fromTo(change)}; tasks move to those that are there`,
        source: 'Strimzi 0.42, "Configuring Kafka Connect"',
      },
      {
        path: ["spec"],
        class: "rolling",
        reason: "Strimzi replaces the workers one after the other, and their tasks move",
        source: 'Strimzi 0.42, "Configuring Kafka Connect"',
      },
    ],
  },
  {
    of: ["kafka.strimzi.io/KafkaConnector"],
    removed: [
      {
        class: "replacement",
        reason: "the connector stops; it goes on where it was if one of the same name is made again",
        source: 'Strimzi 0.42, "Managing Kafka Connect connectors"',
      },
    ],
    fields: [
      otherCluster("it stops here, and starts there from where that cluster knows it"),
      {
        path: ["spec"],
        class: "in place",
        reason: "Connect restarts the connector's tasks, which go on where they were",
        source: 'Strimzi 0.42, "Managing Kafka Connect connectors"',
      },
    ],
  },
];
