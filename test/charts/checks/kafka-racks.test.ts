import { kafkaRacks } from "../../../charts/checks/kafka-racks";
import type { Change } from "./changed-objects";
import { foundAfter } from "./kafka-fixture";

const rack: Change = ["log", ["spec", "kafka", "rack"], { topologyKey: "topology.kubernetes.io/zone" }];

describe("kafka-racks", () => {
  it("finds five brokers over three zones", () => {
    expect(foundAfter(kafkaRacks, rack)).toEqual([
      "Kafka log at spec.kafka.rack: 5 brokers can't be spread evenly over 3 zones",
    ]);
  });

  it("takes six", () => {
    expect(foundAfter(kafkaRacks, rack, ["more", ["spec", "replicas"], 3])).toEqual([]);
  });
});
