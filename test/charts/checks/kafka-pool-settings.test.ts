import { kafkaPoolSettings } from "../../../charts/checks/kafka-pool-settings";
import { foundAfter } from "./kafka-fixture";

describe("kafka-pool-settings", () => {
  it.each([
    ["replicas", 5],
    ["storage", { type: "ephemeral" }],
  ])("finds %s beside node pools", (key, value) => {
    expect(foundAfter(kafkaPoolSettings, ["log", ["spec", "kafka", key], value])).toEqual([
      `Kafka log at spec.kafka.${key}: ${key} is ignored in a cluster of node pools: set it on the pools`,
    ]);
  });

  it("lets a cluster without node pools have them", () => {
    expect(
      foundAfter(
        kafkaPoolSettings,
        ["log", ["spec", "kafka", "replicas"], 5],
        ["log", ["metadata", "annotations", "strimzi.io/node-pools"]],
      ),
    ).toEqual([]);
  });
});
