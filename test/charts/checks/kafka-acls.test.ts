import { kafkaAcls } from "../../../charts/checks/kafka-acls";
import { foundAfter } from "./kafka-fixture";

describe("kafka-acls", () => {
  it("finds an access list that nobody reads", () => {
    expect(foundAfter(kafkaAcls, ["log", ["spec", "kafka", "authorization"]])).toEqual([
      "KafkaUser reader at spec.authorization: has an access list, but Kafka log has no spec.kafka.authorization",
    ]);
  });

  it("finds a user for whom there is no listener", () => {
    expect(foundAfter(kafkaAcls, ["reader", ["spec", "authentication", "type"], "scram-sha-512"])).toEqual([
      "KafkaUser reader at spec.authentication.type: signs in with scram-sha-512, and no listener of Kafka log takes that",
    ]);
    expect(foundAfter(kafkaAcls, ["reader", ["spec", "authentication", "type"], "tls-external"])).toEqual([]);
  });

  it("lets a user be without an access list", () => {
    expect(
      foundAfter(kafkaAcls, ["log", ["spec", "kafka", "authorization"]], ["reader", ["spec", "authorization"]]),
    ).toEqual([]);
  });
});
