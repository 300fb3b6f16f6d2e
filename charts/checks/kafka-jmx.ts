import { has } from "../../config/parts";
import { JMX_PORT } from "../kafka/strimzi";
import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding, Manifests } from "./check";
import { finding, listAt, textAt } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

/** System property that opens JMX; any of the others of its family only make sense beside it. */
const PORT_PROPERTY = "com.sun.management.jmxremote.port";

/** Judges system properties and jmxOptions; what the stack file opens has to be open. */
export const kafkaJmx: ManifestCheck = {
  title: "JMX is opened through Strimzi, with a password, or not at all",
  severity: "high",
  why: "Who reaches JMX without a password can run code in the broker.",
  remediation: `Set authentication.type of spec.kafka.jmxOptions to password, and take ${PORT_PROPERTY} out of javaSystemProperties.`,
  source: "strimzi-kafka-operator 0.42.0, JmxModel, set_kafka_jmx_options.sh; compatibility page, S14",
  link: "https://strimzi.io/docs/operators/0.42.0/configuring#type-KafkaJmxOptions-reference",
  find: ({ objects, platform }) =>
    strimziObjects(objects, "Kafka").flatMap((kafka) => [...byProperty(kafka), ...byOptions(kafka, platform)]),
};

function byProperty(kafka: KubeObject): readonly ManifestFinding[] {
  const path = ["spec", "kafka", "jvmOptions", "javaSystemProperties"];
  const index = listAt(kafka, path).findIndex((property) => textAt(property, ["name"]) === PORT_PROPERTY);
  return index === -1
    ? []
    : [finding(kafka, [...path, index], `${PORT_PROPERTY} opens JMX without a password: use spec.kafka.jmxOptions`)];
}

function byOptions(kafka: KubeObject, platform: Manifests["platform"]): readonly ManifestFinding[] {
  const path = ["spec", "kafka", "jmxOptions"];
  if (valueAt(kafka, path) === undefined) {
    const message = `nothing answers JMX on port ${JMX_PORT}, which the stack file asks for (remoteJmx)`;
    return has(platform, "kafka") && platform.kafka.remoteJmx ? [finding(kafka, path, message)] : [];
  }
  return textAt(kafka, [...path, "authentication", "type"]) === "password"
    ? []
    : [finding(kafka, path, "JMX is open to every pod without a password: set authentication.type to password")];
}
