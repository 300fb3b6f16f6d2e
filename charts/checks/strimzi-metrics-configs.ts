import { parse } from "yaml";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, textAt } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

/** Kinds that take rules for the JMX exporter, and where. */
const PLACES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Kafka: [
    ["spec", "kafka", "metricsConfig"],
    ["spec", "cruiseControl", "metricsConfig"],
  ],
  KafkaConnect: [["spec", "metricsConfig"]],
};

/** Judges metricsConfig of Kafka, Cruise Control and Kafka Connect. */
export const strimziMetricsConfigs: ManifestCheck = {
  title: "The rules for the JMX exporter that a resource names are there, and are YAML",
  severity: "high",
  why: "The operator gives up on the whole resource when its metrics configuration can't be read.",
  remediation:
    "Make the ConfigMap that metricsConfig names in the resource's namespace, with a YAML mapping under the key.",
  source:
    "strimzi-kafka-operator 0.42.0, MetricsModel.metricsJson (InvalidConfigurationException); compatibility page, S8",
  link: "https://strimzi.io/docs/operators/0.42.0/configuring#con-common-configuration-prometheus-reference",
  find: ({ objects }) =>
    Object.entries(PLACES).flatMap(([kind, paths]) =>
      strimziObjects(objects, kind).flatMap((object) =>
        paths
          .filter((path) => valueAt(object, path) !== undefined)
          .flatMap((path) => judge(object, [...path, "valueFrom", "configMapKeyRef"], objects)),
      ),
    ),
};

function judge(
  object: KubeObject,
  path: readonly string[],
  objects: readonly KubeObject[],
): readonly ManifestFinding[] {
  const [name, key] = [textAt(object, [...path, "name"]), textAt(object, [...path, "key"])];
  const config = objects.find(
    ({ kind, metadata }) =>
      kind === "ConfigMap" && metadata.name === name && metadata.namespace === object.metadata.namespace,
  );
  if (config === undefined) return [finding(object, path, `ConfigMap ${name} does not exist in the namespace`)];
  const text = textAt(config, ["data", key]);
  if (text === "") return [finding(object, path, `ConfigMap ${name} does not contain the key ${key}`)];
  return isMapping(text) ? [] : [finding(config, ["data", key], "is not a YAML mapping of the exporter's settings")];
}

function isMapping(text: string): boolean {
  try {
    const value: unknown = parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
