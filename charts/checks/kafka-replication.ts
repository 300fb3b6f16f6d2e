import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, mappingAt, numberAt } from "./object-readers";
import { brokerCount, kafkaOf, membersOf, strimziObjects } from "./strimzi-objects";

const CONFIG = ["spec", "kafka", "config"] as const;

/** Settings that say how many copies there are, each with the one that says how many of them must be in sync. */
const FACTORS = {
  "default.replication.factor": "min.insync.replicas",
  "transaction.state.log.replication.factor": "transaction.state.log.min.isr",
  // Offsets have no setting of their own: the one of all topics holds for them.
  "offsets.topic.replication.factor": "min.insync.replicas",
} as const;

/** Judges the brokers' defaults, and each KafkaTopic with what it inherits of them. */
export const kafkaReplication: ManifestCheck = {
  title: "Every copy of a partition has a broker, and one broker may be missing without stopping the producers",
  severity: "high",
  why: "Topics could not be made, or every restart of a broker would stop whoever writes.",
  remediation:
    "Set the number of copies to no more than there are brokers, and the number that must be in sync below it.",
  source:
    "Apache Kafka 3.7, documentation, Broker Configs (min.insync.replicas); document 002, sections 4 and 5 (RF=3)",
  link: "https://kafka.apache.org/37/configuration/broker-configs/",
  find: ({ objects }) => [
    ...strimziObjects(objects, "Kafka").flatMap((kafka) => ofBrokers(kafka, objects)),
    ...strimziObjects(objects, "KafkaTopic").flatMap((topic) => ofTopic(topic, objects)),
  ],
};

function ofBrokers(kafka: KubeObject, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  // Without pools there is nothing to count: that is another check's finding.
  if (membersOf(kafka, objects, "KafkaNodePool").length === 0) return [];
  return Object.entries(FACTORS).flatMap(([factor, inSync]) =>
    judge(kafka, [...CONFIG, factor], [...CONFIG, inSync], brokerCount(kafka, objects)),
  );
}

function ofTopic(topic: KubeObject, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  const kafka = kafkaOf(topic, objects);
  if (kafka === undefined) return [];
  const config = ["spec", "config", "min.insync.replicas"];
  const own = valueAt(topic, config) !== undefined;
  const inherited = mappingAt(kafka, CONFIG)["min.insync.replicas"];
  const judged = own
    ? topic
    : { ...topic, spec: { ...mappingAt(topic, ["spec"]), config: { "min.insync.replicas": inherited } } };
  return judge(judged, ["spec", "replicas"], config, brokerCount(kafka, objects));
}

type Path = readonly string[];

function judge(object: KubeObject, factor: Path, inSync: Path, brokers: number): readonly ManifestFinding[] {
  const [copies, needed] = [numberAt(object, factor), numberAt(object, inSync)];
  if (copies === 0) return [];
  return [
    ...(copies > brokers ? [finding(object, factor, `${copies} copies on ${brokers} brokers`)] : []),
    ...(needed >= copies
      ? [finding(object, factor, `${needed} of ${copies} copies must be in sync: one broker less stops all writing`)]
      : []),
  ];
}
