import { kafkaAnonymousClients } from "../../../charts/checks/kafka-anonymous-clients";
import { type Change, foundAfter } from "./kafka-fixture";

const closed: Change = ["log", ["spec", "kafka", "config", "allow.everyone.if.no.acl.found"], false];

describe("kafka-anonymous-clients", () => {
  it("finds a listener whose clients may do nothing", () => {
    expect(foundAfter(kafkaAnonymousClients, closed)).toEqual([
      "Kafka log at spec.kafka.listeners[0]: whoever comes by listener plain is refused everything: set allow.everyone.if.no.acl.found, or ask for authentication",
    ]);
  });

  it.each<[string, Change]>([
    ["they are superusers", ["log", ["spec", "kafka", "authorization", "superUsers"], ["ANONYMOUS"]]],
    ["there is no authorizer", ["log", ["spec", "kafka", "authorization"]]],
    ["they sign in", ["log", ["spec", "kafka", "listeners", 0, "authentication"], { type: "tls" }]],
  ])("finds nothing where %s", (_, change) => {
    expect(foundAfter(kafkaAnonymousClients, closed, change)).toEqual([]);
  });
});
