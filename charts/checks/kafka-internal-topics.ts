import { type KubeObject, valueAt } from "../kube-object";
import { namesResource } from "./acl-names";
import type { ManifestCheck } from "./check";
import { finding, listAt, mappingAt } from "./object-readers";
import { membersOf, strimziObjects } from "./strimzi-objects";

/** Setting that lets everybody at what no access list covers. */
const OPEN = "allow.everyone.if.no.acl.found";
const PATH = ["spec", "kafka", "config", OPEN] as const;

/** Topics of the brokers' own. */
const OF_KAFKA = ["__consumer_offsets", "__transaction_state"];

/** Topics of Cruise Control's own, as Strimzi names them. */
const OF_CRUISE_CONTROL = ["metrics", "modeltrainingsamples", "partitionmetricsamples"].map(
  (name) => `strimzi.cruisecontrol.${name}`,
);

/** Judges the brokers' own topics, and Cruise Control's where it runs. */
export const kafkaInternalTopics: ManifestCheck = {
  title: "Where Kafka allows everybody what no access list covers, one covers the internal topics",
  severity: "critical",
  why: "Whoever reaches a listener could read or delete the offsets of all groups, or what Cruise Control decides by.",
  remediation: `Give one KafkaUser entries for the topics that the message names, by name or prefix, or take ${OPEN} out of spec.kafka.config.`,
  source:
    "Apache Kafka 3.7, StandardAuthorizerData (hasResourceAcls), Topic; strimzi-kafka-operator 0.42.0, CruiseControlConfigurationParameters",
  link: "https://kafka.apache.org/37/security/authorization-and-acls/",
  find: ({ objects }) =>
    strimziObjects(objects, "Kafka")
      .filter((kafka) => mappingAt(kafka, ["spec", "kafka", "config"])[OPEN] === true)
      .filter((kafka) => valueAt(kafka, ["spec", "kafka", "authorization"]) !== undefined)
      .flatMap((kafka) => {
        const acls = membersOf(kafka, objects, "KafkaUser").flatMap((user) =>
          listAt(user, ["spec", "authorization", "acls"]),
        );
        const open = internalTopics(kafka).filter((topic) => !acls.some((acl) => namesResource(acl, "topic", topic)));
        return open.length === 0
          ? []
          : [finding(kafka, PATH, `no KafkaUser's access list names ${open.join(", ")}: they are open to everybody`)];
      }),
};

function internalTopics(kafka: KubeObject): readonly string[] {
  return [...OF_KAFKA, ...(valueAt(kafka, ["spec", "cruiseControl"]) === undefined ? [] : OF_CRUISE_CONTROL)];
}
