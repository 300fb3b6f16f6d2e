import { kafkaCopies } from "../../../../policies/rules/kafka/kafka-copies";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { KAFKA, kafka, strimzi, TOPIC } from "./kafka-objects";

const CONNECT = "kafka.strimzi.io/KafkaConnect logs/workers";
const config = (things: Things) => objectNamed(things, "log").spec.kafka.config;
const topic = (things: Things) => objectNamed(things, "events").spec;
const workers = (things: Things) => objectNamed(things, "workers").spec.config;

describeRule(kafkaCopies, {
  good: () => ({
    objects: [
      kafka({ config: { "default.replication.factor": 3, "min.insync.replicas": 2 } }),
      strimzi("KafkaTopic", "events", { partitions: 6, replicas: 3 }),
      strimzi("KafkaConnect", "workers", { config: { "offset.storage.replication.factor": 3 } }),
    ],
  }),
  holds: [
    ["a topic that takes the brokers' number of copies", (things) => delete topic(things).replicas],
    [
      "workers that take the brokers' number of copies",
      (things) => Object.assign(workers(things), { "offset.storage.replication.factor": -1 }),
    ],
    [
      "numbers that are written as text",
      (things) => Object.assign(config(things), { "min.insync.replicas": "2", "default.replication.factor": "3" }),
    ],
  ],
  breaks: [
    [
      "a topic of two copies",
      (things) => Object.assign(topic(things), { replicas: 2 }),
      [`${TOPIC}: spec.replicas: is 2; at least 3`],
    ],
    [
      "a topic whose producers hear of one copy",
      (things) => Object.assign(topic(things), { config: { "min.insync.replicas": 1 } }),
      [`${TOPIC}: spec.config["min.insync.replicas"]: is 1; at least 2`],
    ],
    [
      "brokers without defaults, which topics inherit",
      (things) => {
        delete config(things)["min.insync.replicas"];
        delete config(things)["default.replication.factor"];
      },
      [
        `${KAFKA}: spec.kafka.config["default.replication.factor"]: is 1; at least 3`,
        `${KAFKA}: spec.kafka.config["min.insync.replicas"]: is 1; at least 2`,
        `${TOPIC}: spec.config["min.insync.replicas"]: is 1; at least 2`,
      ],
    ],
    [
      "offsets and transactions on too few brokers",
      (things) =>
        Object.assign(config(things), {
          "offsets.topic.replication.factor": 1,
          "transaction.state.log.replication.factor": 2,
          "transaction.state.log.min.isr": 1,
        }),
      [
        `${KAFKA}: spec.kafka.config["offsets.topic.replication.factor"]: is 1; at least 3`,
        `${KAFKA}: spec.kafka.config["transaction.state.log.replication.factor"]: is 2; at least 3`,
        `${KAFKA}: spec.kafka.config["transaction.state.log.min.isr"]: is 1; at least 2`,
      ],
    ],
    [
      "workers that keep their state twice",
      (things) => Object.assign(workers(things), { "offset.storage.replication.factor": 2 }),
      [`${CONNECT}: spec.config["offset.storage.replication.factor"]: is 2; at least 3`],
    ],
  ],
});
