import { kafkaUncleanElection } from "../../../../policies/rules/kafka/kafka-unclean-election";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { KAFKA, kafka, strimzi, TOPIC } from "./kafka-objects";

const SETTING = "unclean.leader.election.enable";

describeRule(kafkaUncleanElection, {
  good: () => ({
    objects: [kafka({ config: { [SETTING]: false } }), strimzi("KafkaTopic", "events", { replicas: 3 })],
  }),
  holds: [["brokers that leave it to the default", (things) => delete objectNamed(things).spec.kafka.config]],
  breaks: [
    [
      "brokers that allow it",
      (things) => Object.assign(objectNamed(things).spec.kafka.config, { [SETTING]: "true" }),
      [`${KAFKA}: spec.kafka.config["${SETTING}"]: is true; it has to be false`],
    ],
    [
      "a topic that allows it",
      (things) => Object.assign(objectNamed(things, "events").spec, { config: { [SETTING]: true } }),
      [`${TOPIC}: spec.config["${SETTING}"]: is true; it has to be false`],
    ],
  ],
});
