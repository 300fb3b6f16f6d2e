import { kafkaVolumesKept } from "../../../../policies/rules/kafka/kafka-volumes-kept";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { KAFKA, kafka, strimzi } from "./kafka-objects";

const POOL = "kafka.strimzi.io/KafkaNodePool logs/brokers";
const CLAIM = { type: "persistent-claim", size: "100Gi" };

describeRule(kafkaVolumesKept, {
  good: () => ({
    objects: [
      kafka({ version: "3.7.1" }),
      strimzi("KafkaNodePool", "brokers", { storage: { ...CLAIM, deleteClaim: false } }),
    ],
  }),
  holds: [
    [
      "a pool that leaves it to the default",
      (things) => delete objectNamed(things, "brokers").spec.storage.deleteClaim,
    ],
  ],
  breaks: [
    [
      "claims that go with the pool",
      (things) => Object.assign(objectNamed(things, "brokers").spec.storage, { deleteClaim: true }),
      [`${POOL}: spec.storage.deleteClaim: is true; it has to be false`],
    ],
    [
      "one disk of several whose claim goes",
      (things) =>
        Object.assign(objectNamed(things, "brokers").spec, {
          storage: {
            type: "jbod",
            volumes: [
              { id: 0, ...CLAIM },
              { id: 1, ...CLAIM, deleteClaim: true },
            ],
          },
        }),
      [`${POOL}: spec.storage.volumes[1].deleteClaim: is true; it has to be false`],
    ],
    [
      "data that lives as long as its pod",
      (things) => Object.assign(objectNamed(things, "brokers").spec, { storage: { type: "ephemeral" } }),
      [`${POOL}: spec.storage.type: is ephemeral; it has to be persistent-claim`],
    ],
    [
      "storage of the cluster itself, and of ZooKeeper",
      (things) =>
        Object.assign(objectNamed(things, "log").spec, {
          kafka: { storage: { ...CLAIM, deleteClaim: true } },
          zookeeper: { storage: { type: "ephemeral" } },
        }),
      [
        `${KAFKA}: spec.kafka.storage.deleteClaim: is true; it has to be false`,
        `${KAFKA}: spec.zookeeper.storage.type: is ephemeral; it has to be persistent-claim`,
      ],
    ],
  ],
});
