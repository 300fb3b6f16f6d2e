import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding } from "./object-readers";
import { strimziComponents } from "./strimzi-components";
import { membersOf, strimziObjects } from "./strimzi-objects";

type Path = readonly string[];

/** What every container states. */
const AMOUNTS: readonly Path[] = ["requests", "limits"].flatMap((kind) => [
  [kind, "cpu"],
  [kind, "memory"],
]);

/** Judges each node pool, with the cluster's amounts where it has none, and each other component. */
export const strimziResources: ManifestCheck = {
  title: "Every container that Strimzi runs has requests and limits",
  severity: "medium",
  why: "Without requests a pod is evicted first; without a limit it takes a node's memory, and Java a heap to match.",
  remediation: "Set cpu and memory in requests and limits of the component's resources.",
  source: "Kubernetes, Pod Quality of Service Classes; strimzi-kafka-operator 0.42.0, ModelUtils.heapOptions",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#config-resources-str",
  find: ({ objects }) => [
    ...strimziObjects(objects, "Kafka").flatMap((kafka) => brokers(kafka, objects)),
    ...strimziComponents(objects).flatMap(({ object, name, path }) =>
      // The entity operator's pod is two operators, each with amounts of its own.
      name === "entityOperator"
        ? ["topicOperator", "userOperator"]
            .filter((operator) => valueAt(object, [...path, operator]) !== undefined)
            .flatMap((operator) => missing(object, operator, [...path, operator, "resources"]))
        : missing(object, name, [...path, "resources"]),
    ),
  ],
};

/** A pool's own amounts hold for it, whole; else the cluster's do. Source: strimzi-kafka-operator 0.42.0, KafkaPool. */
function brokers(kafka: KubeObject, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  const common: Path = ["spec", "kafka", "resources"];
  return membersOf(kafka, objects, "KafkaNodePool").flatMap((pool) =>
    valueAt(pool, ["spec", "resources"]) === undefined
      ? missing(kafka, `pool ${pool.metadata.name}`, common)
      : missing(pool, `pool ${pool.metadata.name}`, ["spec", "resources"]),
  );
}

function missing(object: KubeObject, name: string, path: Path): readonly ManifestFinding[] {
  const absent = AMOUNTS.filter((amount) => valueAt(object, [...path, ...amount]) === undefined);
  return absent.length === 0
    ? []
    : [finding(object, path, `${name} has no ${absent.map((amount) => amount.join(".")).join(", ")}`)];
}
