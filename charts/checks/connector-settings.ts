import { CLUSTER_LABEL } from "../kafka/strimzi";
import type { KubeObject } from "../kube-object";
import { listAt, mappingAt, textAt } from "./object-readers";
import { membersOf, strimziObjects } from "./strimzi-objects";

/** Where a connector, and a cluster of workers, has its settings. */
export const CONFIG = ["spec", "config"] as const;

/** The connectors of a cluster of workers. */
export function connectorsOf(workers: KubeObject, objects: readonly KubeObject[]): readonly KubeObject[] {
  return membersOf(workers, objects, "KafkaConnector");
}

/** The workers that a connector names by its label, in its namespace. */
export function workersOf(connector: KubeObject, objects: readonly KubeObject[]): KubeObject | undefined {
  return strimziObjects(objects, "KafkaConnect").find(
    ({ metadata }) =>
      metadata.namespace === connector.metadata.namespace &&
      metadata.name === connector.metadata.labels?.[CLUSTER_LABEL],
  );
}

/** The Kafka cluster whose bootstrap address a cluster of workers has, in its namespace. Source: strimzi-kafka-operator 0.42.0, KafkaResources. */
export function kafkaOfWorkers(workers: KubeObject, objects: readonly KubeObject[]): KubeObject | undefined {
  const [host = ""] = textAt(workers, ["spec", "bootstrapServers"]).split(":");
  return strimziObjects(objects, "Kafka").find(
    ({ metadata }) =>
      metadata.namespace === workers.metadata.namespace && host.split(".")[0] === `${metadata.name}-kafka-bootstrap`,
  );
}

function settings(connector: KubeObject): Readonly<Record<string, unknown>> {
  return mappingAt(connector, CONFIG);
}

/** A setting that is a list with commas. */
function listed(connector: KubeObject, key: string): readonly string[] {
  return String(settings(connector)[key] ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Topics that a connector reads; empty for a source. Source: Apache Kafka 3.7, Sink Connector Configs (topics). */
export function topicsRead(connector: KubeObject): readonly string[] {
  return listed(connector, "topics");
}

/** Tables that a connector copies; empty for anything but the JDBC source. Source: Confluent, JDBC Source Connector, Configuration Reference. */
export function tablesCopied(connector: KubeObject): readonly string[] {
  return [...listed(connector, "table.whitelist"), ...listed(connector, "table.include.list")];
}

/** Topics that a connector writes: a JDBC source's, and a sink's for the records it couldn't handle. */
export function topicsWritten(connector: KubeObject): readonly string[] {
  const prefix = String(settings(connector)["topic.prefix"] ?? "");
  return [
    ...tablesCopied(connector).map((table) => `${prefix}${table.split(".").at(-1)}`),
    ...listed(connector, "errors.deadletterqueue.topic.name"),
  ];
}

/** Names of the volumes that Strimzi mounts into the workers for their connectors. */
export function mountedVolumes(workers: KubeObject): readonly string[] {
  return listAt(workers, ["spec", "externalConfiguration", "volumes"]).map((volume) => textAt(volume, ["name"]));
}
