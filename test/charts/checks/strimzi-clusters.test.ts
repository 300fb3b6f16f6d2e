import { strimziClusters } from "../../../charts/checks/strimzi-clusters";
import { changedCluster, found, foundAfter } from "./kafka-fixture";

const LABEL = ["metadata", "labels", "strimzi.io/cluster"];
const AT = 'metadata.labels["strimzi.io/cluster"]';

describe("strimzi-clusters", () => {
  it.each([
    ["both", "KafkaNodePool"],
    ["events", "KafkaTopic"],
    ["reader", "KafkaUser"],
  ])("finds that %s, a %s, names no cluster", (name, kind) => {
    expect(foundAfter(strimziClusters, [name, LABEL, "lag"])).toEqual([
      `${kind} ${name} at ${AT}: lag is no Kafka of this namespace; there is kafka-prod/log`,
    ]);
    expect(foundAfter(strimziClusters, [name, LABEL])).toEqual([
      `${kind} ${name} at ${AT}: nothing is no Kafka of this namespace; there is kafka-prod/log`,
    ]);
  });

  it("finds what is where no operator looks", () => {
    expect(foundAfter(strimziClusters, ["events", ["metadata", "namespace"], "orders"])).toEqual([
      "KafkaTopic events at metadata.namespace: the operator watches kafka-prod only, where it runs",
      `KafkaTopic events at ${AT}: log is no Kafka of this namespace; there is kafka-prod/log`,
    ]);
  });

  it("finds a connector without its Connect cluster, of the same name as a Kafka cluster or not", () => {
    const connector = {
      apiVersion: "kafka.strimzi.io/v1beta2",
      kind: "KafkaConnector",
      metadata: { name: "sink", namespace: "kafka-prod", labels: { "strimzi.io/cluster": "log" } },
    };
    expect(found(strimziClusters, [...changedCluster(), connector])).toEqual([
      `KafkaConnector sink at ${AT}: log is no KafkaConnect of this namespace; there is none`,
    ]);
  });
});
