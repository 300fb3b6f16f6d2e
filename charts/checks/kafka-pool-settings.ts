import { valueAt } from "../kube-object";
import type { ManifestCheck } from "./check";
import { finding } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

/** Settings that node pools have, and the Kafka resource beside them must not. Source: KRaftUtils.nodePoolWarnings. */
const IGNORED = ["replicas", "storage"] as const;

/** Judges Kafka resources whose node pools are enabled. */
export const kafkaPoolSettings: ManifestCheck = {
  title: "Number and volumes of Kafka's nodes are said in one place, the node pools",
  severity: "low",
  why: "The operator ignores them with a warning, and a reader takes them for what is deployed.",
  remediation: "Take replicas and storage out of spec.kafka, and set them on the KafkaNodePools.",
  source: "strimzi-kafka-operator 0.42.0, KRaftUtils (UnusedReplicasConfiguration, UnusedStorageConfiguration)",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#config-node-pools-str",
  find: ({ objects }) =>
    strimziObjects(objects, "Kafka")
      .filter(({ metadata }) => metadata.annotations?.["strimzi.io/node-pools"] === "enabled")
      .flatMap((kafka) =>
        IGNORED.filter((key) => valueAt(kafka, ["spec", "kafka", key]) !== undefined).map((key) =>
          finding(kafka, ["spec", "kafka", key], `${key} is ignored in a cluster of node pools: set it on the pools`),
        ),
      ),
};
