import { kafkaReplication } from "../../../charts/checks/kafka-replication";
import { changedCluster, found, foundAfter } from "./kafka-fixture";

const config = (key: string) => ["spec", "kafka", "config", key];

describe("kafka-replication", () => {
  it.each([
    "default.replication.factor",
    "offsets.topic.replication.factor",
    "transaction.state.log.replication.factor",
  ])("finds more copies than brokers in %s", (key) => {
    expect(foundAfter(kafkaReplication, ["log", config(key), 6])).toEqual([
      `Kafka log at spec.kafka.config["${key}"]: 6 copies on 5 brokers`,
    ]);
  });

  it("counts brokers, not controllers", () => {
    expect(foundAfter(kafkaReplication, ["both", ["spec", "roles"], ["controller"]])).toEqual([
      'Kafka log at spec.kafka.config["default.replication.factor"]: 3 copies on 2 brokers',
      'Kafka log at spec.kafka.config["transaction.state.log.replication.factor"]: 3 copies on 2 brokers',
      'Kafka log at spec.kafka.config["offsets.topic.replication.factor"]: 3 copies on 2 brokers',
      "KafkaTopic events at spec.replicas: 3 copies on 2 brokers",
    ]);
  });

  it("finds a cluster that can't miss a broker", () => {
    expect(foundAfter(kafkaReplication, ["log", config("transaction.state.log.min.isr"), 3])).toEqual([
      'Kafka log at spec.kafka.config["transaction.state.log.replication.factor"]: 3 of 3 copies must be in sync: one broker less stops all writing',
    ]);
  });

  it("holds a topic to its own setting, or to the brokers'", () => {
    const message = "2 of 2 copies must be in sync: one broker less stops all writing";
    expect(foundAfter(kafkaReplication, ["events", ["spec", "replicas"], 2])).toEqual([
      `KafkaTopic events at spec.replicas: ${message}`,
    ]);
    expect(
      foundAfter(
        kafkaReplication,
        ["events", ["spec", "replicas"], 2],
        ["events", ["spec", "config"], { "min.insync.replicas": 1 }],
      ),
    ).toEqual([]);
  });

  it("leaves a cluster without pools, and a topic without a cluster, to other checks", () => {
    const objects = changedCluster().filter(({ kind }) => kind !== "KafkaNodePool" && kind !== "KafkaTopic");
    expect(found(kafkaReplication, objects)).toEqual([]);
    expect(foundAfter(kafkaReplication, ["events", ["metadata", "labels", "strimzi.io/cluster"], "other"])).toEqual([]);
  });
});
