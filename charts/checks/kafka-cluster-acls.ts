import { valueAt } from "../kube-object";
import { namesResource } from "./acl-names";
import type { ManifestCheck } from "./check";
import { finding, listAt, mappingAt } from "./object-readers";
import { membersOf, strimziObjects } from "./strimzi-objects";

/** Setting that lets everybody at what no access list covers. */
const OPEN = "allow.everyone.if.no.acl.found";
const PATH = ["spec", "kafka", "config", OPEN] as const;

/** Where everybody is let at what no access list names, some list names the cluster itself. */
export const kafkaClusterAcls: ManifestCheck = {
  why: "Whoever reaches a listener could write access lists, remove topics and change the brokers' settings.",
  source:
    "Apache Kafka 3.7, StandardAuthorizerData (hasResourceAcls), Operations and Resources on Protocols (CREATE_ACLS)",
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
