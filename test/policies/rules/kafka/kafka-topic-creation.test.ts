import { kafkaTopicCreation } from "../../../../policies/rules/kafka/kafka-topic-creation";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { KAFKA, kafka } from "./kafka-objects";

const SETTING = "auto.create.topics.enable";

describeRule(kafkaTopicCreation, {
  good: () => ({ objects: [kafka({ config: { [SETTING]: false } })] }),
  holds: [["false as text", (things) => Object.assign(objectNamed(things).spec.kafka.config, { [SETTING]: "false" })]],
  breaks: [
    [
      "brokers that make topics",
      (things) => Object.assign(objectNamed(things).spec.kafka.config, { [SETTING]: true }),
      [`${KAFKA}: spec.kafka.config["${SETTING}"]: is true; it has to be false`],
    ],
    [
      "brokers that leave it to the default",
      (things) => delete objectNamed(things).spec.kafka.config,
      [`${KAFKA}: spec.kafka.config["${SETTING}"]: is not set, which is true; it has to be false`],
    ],
  ],
});
