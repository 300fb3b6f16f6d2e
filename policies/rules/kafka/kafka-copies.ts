import { mappingAt } from "../../../charts/checks/object-readers";
import { kafkaOf } from "../../../charts/checks/strimzi-objects";
import { type KubeObject, valueAt } from "../../../charts/kube-object";
import type { Estate } from "../../estate";
import { objectRule, type Problem, problem } from "../../rule";

/** Copies of a partition: with one broker restarted and another lost there is still one. */
export const LEAST_COPIES = 3;

/** Copies that have a record before its producer is told so: one broker lost then loses nothing. */
export const LEAST_IN_SYNC = 2;

const CONFIG = ["spec", "kafka", "config"] as const;
const IN_SYNC = "min.insync.replicas";

/** Settings of the brokers, with the least that each may be and what Kafka takes where it isn't set. Source: Apache Kafka 3.7, Broker Configs. */
const OF_BROKERS: readonly { readonly key: string; readonly least: number; readonly usual: number }[] = [
  { key: "default.replication.factor", least: LEAST_COPIES, usual: 1 },
  { key: IN_SYNC, least: LEAST_IN_SYNC, usual: 1 },
  { key: "offsets.topic.replication.factor", least: LEAST_COPIES, usual: 3 },
  { key: "transaction.state.log.replication.factor", least: LEAST_COPIES, usual: 3 },
  { key: "transaction.state.log.min.isr", least: LEAST_IN_SYNC, usual: 2 },
];

/** Settings of Connect's workers for topics of their own. Source: Apache Kafka 3.7, Kafka Connect Configs (default 3; -1 is the brokers'). */
const OF_WORKERS = ["config", "offset", "status"].map((kind) => `${kind}.storage.replication.factor`);
const BROKERS_DEFAULT = -1;

/** Every record is on enough brokers. That in sync is less than copies is check kafka-replication's. */
export const kafkaCopies = objectRule(
  {
    id: "kafka-copies",
    title: `Every topic has ${LEAST_COPIES} copies or more, and ${LEAST_IN_SYNC} or more of them in sync`,
    severity: "critical",
    enforcement: "mandatory",
    why: "A broker's disk that is lost would take records along that their producers were told are safe.",
    remediation: `Set replicas to ${LEAST_COPIES} and min.insync.replicas to ${LEAST_IN_SYNC}, for the topic or as the brokers' default.`,
    link: "https://kafka.apache.org/documentation/#brokerconfigs_min.insync.replicas",
  },
  {
    kinds: ["kafka.strimzi.io/Kafka", "kafka.strimzi.io/KafkaTopic", "kafka.strimzi.io/KafkaConnect"],
    check: (object, estate) => {
      switch (object.kind) {
        case "Kafka":
          return OF_BROKERS.flatMap(({ key, least, usual }) =>
            enough([...CONFIG, key], numberOf(object, [...CONFIG, key]) ?? usual, least),
          );
        case "KafkaTopic":
          return ofTopic(object, estate);
        default:
          return OF_WORKERS.flatMap((key) => {
            const copies = numberOf(object, ["spec", "config", key]) ?? LEAST_COPIES;
            return copies === BROKERS_DEFAULT ? [] : enough(["spec", "config", key], copies, LEAST_COPIES);
          });
      }
    },
  },
);

function ofTopic(topic: KubeObject, { objects }: Estate): readonly Problem[] {
  const brokers = mappingAt(kafkaOf(topic, objects), CONFIG);
  const replicas = ["spec", "replicas"];
  const inSync = ["spec", "config", IN_SYNC];
  const copies = numberOf(topic, replicas) ?? Number(brokers["default.replication.factor"] ?? 1);
  return [
    ...enough(replicas, copies, LEAST_COPIES),
    ...enough(inSync, numberOf(topic, inSync) ?? Number(brokers[IN_SYNC] ?? 1), LEAST_IN_SYNC),
  ];
}

function enough(path: readonly string[], given: number, least: number): readonly Problem[] {
  return given >= least ? [] : [problem(path, `is ${given}; at least ${least}`)];
}

/** A number, which configuration may write as text; undefined where there is none. */
function numberOf(object: unknown, path: readonly string[]): number | undefined {
  const value = valueAt(object, path);
  return value === undefined ? undefined : Number(value);
}
