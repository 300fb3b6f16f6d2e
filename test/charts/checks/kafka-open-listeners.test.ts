import { kafkaOpenListeners } from "../../../charts/checks/kafka-open-listeners";
import { foundAfter } from "./kafka-fixture";

const peers = ["spec", "kafka", "listeners", 0, "networkPolicyPeers"];
const OPEN = [
  "Kafka log at spec.kafka.listeners[0].networkPolicyPeers: listener plain asks for no authentication and is open to every pod of the cluster",
];

describe("kafka-open-listeners", () => {
  it.each([
    ["no peers", undefined],
    ["an empty list", []],
    ["a peer that is everybody", [{ podSelector: { matchLabels: { app: "old" } } }, { namespaceSelector: {} }]],
  ])("finds %s", (_, value) => {
    expect(foundAfter(kafkaOpenListeners, ["log", peers, value])).toEqual(OPEN);
  });

  it("lets a listener with authentication be open", () => {
    expect(
      foundAfter(kafkaOpenListeners, [
        "log",
        ["spec", "kafka", "listeners", 0],
        { name: "plain", authentication: { type: "tls" } },
      ]),
    ).toEqual([]);
  });
});
