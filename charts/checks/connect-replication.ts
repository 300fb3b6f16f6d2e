import type { ManifestCheck } from "./check";
import { CONFIG, kafkaOfWorkers } from "./connector-settings";
import { finding, mappingAt } from "./object-readers";
import { brokerCount, membersOf, strimziObjects } from "./strimzi-objects";

/** Settings for the copies of the topics in which workers keep what they know. */
const FACTORS = ["config", "offset", "status"].map((kind) => `${kind}.storage.replication.factor`);

/** Judges the topics in which workers keep configuration, offsets and status; a single broker may have single copies. */
export const connectReplication: ManifestCheck = {
  title: "Kafka Connect's own topics have more than one copy, and a broker for each",
  severity: "high",
  why: "The workers can't make their topics, and stop.",
  remediation:
    "Set config, offset and status.storage.replication.factor of the workers to 2 or more, and to no more than there are brokers.",
  source: "Apache Kafka 3.7, Connect worker configuration (config.storage.replication.factor, default 3)",
  link: "https://kafka.apache.org/37/configuration/kafka-connect-configs/",
  find: ({ objects }) =>
    strimziObjects(objects, "KafkaConnect").flatMap((workers) => {
      const kafka = kafkaOfWorkers(workers, objects);
      // Without pools there is nothing to count: that is another check's finding.
      if (kafka === undefined || membersOf(kafka, objects, "KafkaNodePool").length === 0) return [];
      const brokers = brokerCount(kafka, objects);
      return FACTORS.flatMap((key) => {
        const copies = Number(mappingAt(workers, CONFIG)[key] ?? 3);
        const path = [...CONFIG, key];
        if (copies > brokers) return [finding(workers, path, `${copies} copies on ${brokers} brokers`)];
        return copies > 1 || brokers === 1
          ? []
          : [finding(workers, path, "a single copy: with its broker the connectors' state is lost")];
      });
    }),
};
