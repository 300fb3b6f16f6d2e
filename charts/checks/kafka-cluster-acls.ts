import { valueAt } from "../kube-object";
import { namesResource } from "./acl-names";
import type { ManifestCheck } from "./check";
import { finding, listAt, mappingAt } from "./object-readers";
import { membersOf, strimziObjects } from "./strimzi-objects";

/** Setting that lets everybody at what no access list covers. */
const OPEN = "allow.everyone.if.no.acl.found";
const PATH = ["spec", "kafka", "config", OPEN] as const;

/** An entry about the cluster closes it to everybody who isn't on it, whoever the entry is about. */
export const kafkaClusterAcls: ManifestCheck = {
  title: "Where Kafka allows everybody what no access list covers, one covers the cluster itself",
  severity: "critical",
  why: "Whoever reaches a listener could write access lists, remove topics and change the brokers' settings.",
  remediation: `Give one KafkaUser an entry for a resource of type cluster, or take ${OPEN} out of spec.kafka.config.`,
  source:
    "Apache Kafka 3.7, StandardAuthorizerData (hasResourceAcls), Operations and Resources on Protocols (CREATE_ACLS)",
  link: "https://kafka.apache.org/37/security/authorization-and-acls/",
  find: ({ objects }) =>
    strimziObjects(objects, "Kafka")
      .filter((kafka) => mappingAt(kafka, ["spec", "kafka", "config"])[OPEN] === true)
      .filter((kafka) => valueAt(kafka, ["spec", "kafka", "authorization"]) !== undefined)
      .filter((kafka) => !membersOf(kafka, objects, "KafkaUser").some(namesCluster))
      .map((kafka) =>
        finding(kafka, PATH, "no KafkaUser's access list names the cluster: everybody may write access lists for it"),
      ),
};

function namesCluster(user: unknown): boolean {
  return listAt(user, ["spec", "authorization", "acls"]).some((acl) => namesResource(acl, "cluster", ""));
}
