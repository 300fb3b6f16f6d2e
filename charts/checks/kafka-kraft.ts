import { KRAFT_ANNOTATIONS } from "../kafka/strimzi";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, numberAt } from "./object-readers";
import { membersOf, strimziObjects } from "./strimzi-objects";

/** Judges Kafka resources without spec.zookeeper. */
export const kafkaKraft: ManifestCheck = {
  title: "A Kafka cluster without ZooKeeper says so, and has pools with controllers and with brokers",
  severity: "high",
  why: "The operator would wait for a ZooKeeper section that isn't there, or for node pools, and never make the cluster.",
  remediation: `Annotate the Kafka resource with ${KRAFT_ANNOTATIONS.join(" and ")}, both enabled, and make KafkaNodePools with the roles controller and broker.`,
  source: "strimzi-kafka-operator 0.42.0, KRaftUtils, NodePoolUtils.validateNodePools; compatibility page, S2 and S3",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#assembly-kraft-mode-str",
  find: ({ objects }) =>
    strimziObjects(objects, "Kafka")
      .filter((kafka) => valueAt(kafka, ["spec", "zookeeper"]) === undefined)
      .flatMap((kafka) => [...annotations(kafka), ...roles(kafka, objects)]),
};

function annotations(kafka: KubeObject): readonly ManifestFinding[] {
  return KRAFT_ANNOTATIONS.filter((name) => kafka.metadata.annotations?.[name] !== "enabled").map((name) =>
    finding(
      kafka,
      ["metadata", "annotations", name],
      `${name} is not enabled: without ZooKeeper the operator needs ${KRAFT_ANNOTATIONS.join(" and ")}`,
    ),
  );
}

function roles(kafka: KubeObject, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  const pools = membersOf(kafka, objects, "KafkaNodePool").filter((pool) => numberAt(pool, ["spec", "replicas"]) > 0);
  return ["controller", "broker"]
    .filter((role) => !pools.some((pool) => listAt(pool, ["spec", "roles"]).includes(role)))
    .map((role) => finding(kafka, ["metadata", "name"], `no KafkaNodePool of the cluster has the role ${role}`));
}
