import type { ManifestCheck } from "./check";
import { CONFIG, kafkaOfWorkers } from "./connector-settings";
import { finding, mappingAt } from "./object-readers";
import { brokerCount, membersOf, strimziObjects } from "./strimzi-objects";

/** Settings for the copies of the topics in which workers keep what they know. */
const FACTORS = ["config", "offset", "status"].map((kind) => `${kind}.storage.replication.factor`);

/** Every copy of the workers' own topics has a broker. */
export const connectReplication: ManifestCheck = {
  why: "The workers can't make their topics, and stop.",
  source: "Apache Kafka 3.7, Connect worker configuration (config.storage.replication.factor, default 3)",
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
