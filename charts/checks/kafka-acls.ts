import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { finding, listAt, textAt } from "./object-readers";
import { kafkaOf, strimziObjects } from "./strimzi-objects";

/** Judges each KafkaUser by its Kafka resource. */
export const kafkaAcls: ManifestCheck = {
  title: "A user's access list has an authorizer that reads it, and its credentials a listener that asks for them",
  severity: "high",
  why: "The user operator refuses the user, or the user's certificate opens nothing.",
  remediation:
    "Set spec.kafka.authorization of the Kafka resource, and the user's type of authentication on one of its listeners.",
  source: "strimzi-kafka-operator 0.42.0, KafkaUserModel, EntityUserOperator (STRIMZI_ACLS_ADMIN_API_SUPPORTED)",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#con-securing-client-authorization-str",
  find: ({ objects }) =>
    strimziObjects(objects, "KafkaUser").flatMap((user) => {
      const kafka = kafkaOf(user, objects);
      return kafka === undefined ? [] : [...authorized(user, kafka), ...authenticated(user, kafka)];
    }),
};

function authorized(user: KubeObject, kafka: KubeObject): readonly ManifestFinding[] {
  const path = ["spec", "authorization"];
  return valueAt(user, path) === undefined || valueAt(kafka, ["spec", "kafka", "authorization"]) !== undefined
    ? []
    : [finding(user, path, `has an access list, but Kafka ${kafka.metadata.name} has no spec.kafka.authorization`)];
}

function authenticated(user: KubeObject, kafka: KubeObject): readonly ManifestFinding[] {
  const path = ["spec", "authentication", "type"];
  // A user whose certificate comes from elsewhere shows it to the same listeners.
  const type = textAt(user, path).replace("tls-external", "tls");
  const listeners = listAt(kafka, ["spec", "kafka", "listeners"]);
  return type === "" || listeners.some((listener) => textAt(listener, ["authentication", "type"]) === type)
    ? []
    : [finding(user, path, `signs in with ${type}, and no listener of Kafka ${kafka.metadata.name} takes that`)];
}
