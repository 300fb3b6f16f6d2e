import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, textAt } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

/** Variable that names the registry's topic, and the topic where it isn't set. Source: Confluent Schema Registry, Configuration Reference. */
const TOPIC_VARIABLE = "SCHEMA_REGISTRY_KAFKASTORE_TOPIC";
const SERVERS_VARIABLE = "SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS";
const DEFAULT_TOPIC = "_schemas";

/** Judges the topic of each workload that has a registry's addresses of brokers. */
export const schemaStorage: ManifestCheck = {
  title: "A schema registry's topic keeps everything, in one order",
  severity: "critical",
  why: "With deletion by age the registry forgets schemas that records still refer to; with two partitions it refuses to start.",
  remediation: "Make a KafkaTopic with the name of the registry's topic, cleanup.policy compact and one partition.",
  source: "document 002, section 1 (Storage: _schemas topic, compact); Confluent Schema Registry, KafkaStore",
  link: "https://docs.confluent.io/platform/current/schema-registry/installation/config.html",
  find: ({ objects }) =>
    objects
      .filter(({ kind }) => kind === "Deployment" || kind === "StatefulSet")
      .flatMap((registry) =>
        listAt(registry, ["spec", "template", "spec", "containers"])
          .filter((container) => variable(container, SERVERS_VARIABLE) !== "")
          .flatMap((container) => judge(registry, variable(container, TOPIC_VARIABLE) || DEFAULT_TOPIC, objects)),
      ),
};

function variable(container: unknown, name: string): string {
  const found = listAt(container, ["env"]).find((entry) => textAt(entry, ["name"]) === name);
  return textAt(found, ["value"]);
}

function judge(registry: KubeObject, name: string, objects: readonly KubeObject[]): readonly ManifestFinding[] {
  const topic = strimziObjects(objects, "KafkaTopic").find(
    (each) =>
      each.metadata.namespace === registry.metadata.namespace &&
      (valueAt(each, ["spec", "topicName"]) ?? each.metadata.name) === name,
  );
  if (topic === undefined) {
    return [finding(registry, ["spec"], `there is no KafkaTopic ${name}, which it stores everything in`)];
  }
  const [policy, partitions] = [
    ["spec", "config", "cleanup.policy"],
    ["spec", "partitions"],
  ] as const;
  const given = valueAt(topic, policy);
  return [
    ...(given === "compact" ? [] : [finding(topic, policy, `is ${given ?? "missing"}; a registry's topic is compact`)]),
    ...(valueAt(topic, partitions) === 1
      ? []
      : [finding(topic, partitions, `is ${valueAt(topic, partitions)}; a registry's topic has one partition`)]),
  ];
}
