import { kafkaInternalTopics } from "../../../charts/checks/kafka-internal-topics";
import type { Change } from "./changed-objects";
import { foundAfter } from "./kafka-fixture";

const named = (...resources: readonly object[]): Change => [
  "reader",
  ["spec", "authorization", "acls"],
  resources.map((resource) => ({ resource: { type: "topic", ...resource } })),
];
const open = (...topics: readonly string[]) => [
  `Kafka log at spec.kafka.config["allow.everyone.if.no.acl.found"]: no KafkaUser's access list names ${topics.join(", ")}: they are open to everybody`,
];
const OF_CRUISE_CONTROL = ["metrics", "modeltrainingsamples", "partitionmetricsamples"].map(
  (name) => `strimzi.cruisecontrol.${name}`,
);

describe("kafka-internal-topics", () => {
  it("finds internal topics that nobody's list names", () => {
    expect(foundAfter(kafkaInternalTopics, named())).toEqual(
      open("__consumer_offsets", "__transaction_state", ...OF_CRUISE_CONTROL),
    );
    // A literal name is that topic only, another type's name none.
    expect(
      foundAfter(
        kafkaInternalTopics,
        named({ name: "__consumer_offsets" }, { name: "strimzi.cruisecontrol." }, { type: "group", name: "*" }),
      ),
    ).toEqual(open("__transaction_state", ...OF_CRUISE_CONTROL));
  });

  it.each<[string, readonly Change[]]>([
    [
      "by the beginning of their names",
      [named({ name: "_", patternType: "prefix" }, { name: "s", patternType: "prefix" })],
    ],
    ["all at once", [named({ name: "*" })]],
    [
      "one by one, without Cruise Control's",
      [named({ name: "__consumer_offsets" }, { name: "__transaction_state" }), ["log", ["spec", "cruiseControl"]]],
    ],
  ])("is content with them named %s", (_, changes) => {
    expect(foundAfter(kafkaInternalTopics, ...changes)).toEqual([]);
  });

  it("asks for it only where everybody is let at what no list names", () => {
    const closed: Change = ["log", ["spec", "kafka", "config", "allow.everyone.if.no.acl.found"], false];
    expect(foundAfter(kafkaInternalTopics, named(), closed)).toEqual([]);
    expect(foundAfter(kafkaInternalTopics, named(), ["log", ["spec", "kafka", "authorization"]])).toEqual([]);
  });
});
