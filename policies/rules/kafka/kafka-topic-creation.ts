import { valueAt } from "../../../charts/kube-object";
import { objectRule, problem } from "../../rule";

const PATH = ["spec", "kafka", "config", "auto.create.topics.enable"] as const;

/** Topics are made by whoever runs the cluster. */
export const kafkaTopicCreation = objectRule(
  {
    id: "kafka-topic-creation",
    title: "Brokers make no topic because a client names one",
    severity: "medium",
    enforcement: "mandatory",
    why: "A misspelt name becomes a topic that takes records nobody reads, with settings that nobody chose.",
    remediation: "Set auto.create.topics.enable to false, and make topics as KafkaTopics.",
    link: "https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable",
  },
  {
    kinds: ["kafka.strimzi.io/Kafka"],
    check: (kafka) => {
      const value = valueAt(kafka, PATH);
      return String(value) === "false"
        ? []
        : [problem(PATH, `is ${value ?? "not set, which is true"}; it has to be false`)];
    },
  },
);
