import type { Changeable } from "../../estate-fixture";

/** How reports call the objects below. */
export const KAFKA = "kafka.strimzi.io/Kafka logs/log";
export const TOPIC = "kafka.strimzi.io/KafkaTopic logs/events";
export const USER = "kafka.strimzi.io/KafkaUser logs/reader";

/** A resource of Strimzi that belongs to the one cluster of the tests. */
export function strimzi(kind: string, name: string, spec: object): Changeable {
  return {
    apiVersion: "kafka.strimzi.io/v1beta2",
    kind,
    metadata: { name, namespace: "logs", labels: { "strimzi.io/cluster": "log" } },
    spec,
  };
}

/** A cluster with nothing but what is said of its brokers. */
export function kafka(spec: object): Changeable {
  return strimzi("Kafka", "log", { kafka: spec });
}

/** A user with an access list. */
export function user(acls: readonly object[], more: object = { authentication: { type: "tls" } }): Changeable {
  return strimzi("KafkaUser", "reader", { ...more, authorization: { type: "simple", acls } });
}
