import type { PlatformWith } from "../../../config/parts";
import type { KubeObject } from "../../kube-object";
import { CLUSTER_LABEL, kafkaNamespace, STRIMZI_API } from "../strimzi";
import { type AclRule, allow, type ClusterRule } from "../tls-user";

/** Name of a user that nobody can be: those who sign in by certificate are called `CN=<name>`, those who don't `ANONYMOUS`. */
export const PLATFORM_GUARD = "platform-guard";

/**
 * Beginnings of the names of topics that are nobody's but the brokers' and Cruise Control's, who are superusers.
 *
 * Source: Apache Kafka 3.7, Topic (__consumer_offsets, __transaction_state); strimzi-kafka-operator 0.42.0, CruiseControlConfigurationParameters.
 */
export const INTERNAL_TOPICS = ["__", "strimzi.cruisecontrol."] as const;

/**
 * Closes the cluster and the internal topics to everybody but superusers and those whom another list admits. Brokers let everybody at what no access list
 * names (`allow.everyone.if.no.acl.found`): without an entry on the cluster, who reaches any listener could write access lists, make and remove
 * topics and change the brokers' settings. An entry counts for its resource whoever it is about, and by prefix as well.
 *
 * Source: Apache Kafka 3.7, StandardAuthorizerData (checkSection, hasResourceAcls), Operations and Resources on Protocols (CREATE_ACLS: Alter on Cluster).
 */
export const GUARD_ACLS: readonly (AclRule | ClusterRule)[] = [
  { resource: { type: "cluster" }, operations: ["Describe"], host: "*" },
  ...INTERNAL_TOPICS.map((prefix) => allow("topic", prefix, ["Describe"], "prefix")),
];

/** The user whose access list does that. Without `authentication` there is neither Secret nor certificate. */
export function platformGuard(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): KubeObject {
  return {
    apiVersion: STRIMZI_API,
    kind: "KafkaUser",
    metadata: {
      name: PLATFORM_GUARD,
      namespace: kafkaNamespace(platform),
      labels: { [CLUSTER_LABEL]: platform.kafka.name },
    },
    spec: { authorization: { type: "simple", acls: GUARD_ACLS } },
  };
}
