import type { Platform } from "../../../config/platform";
import type { KubeObject } from "../../kube-object";
import { type AclRule, allow, type ClusterRule, tlsUser } from "../tls-user";

/**
 * Closes the cluster itself to everybody but the brokers and Strimzi's operators, who are superusers. Brokers let everybody at what no access
 * list names (`allow.everyone.if.no.acl.found`): without an entry here, who reaches any listener could write access lists, make and remove topics
 * and change the brokers' settings. The operation that the entry grants comes with writing a topic anyway.
 *
 * Source: Apache Kafka 3.7, StandardAuthorizerData (hasResourceAcls), Operations and Resources on Protocols (CREATE_ACLS: Alter on Cluster);
 * KIP-679 (IdempotentWrite).
 */
export const CLUSTER_RULE: ClusterRule = {
  resource: { type: "cluster" },
  operations: ["IdempotentWrite"],
  host: "*",
};

/**
 * What the applications may do: write and read the documented topics, and read in the documented groups; nothing by prefix, no topic made or
 * changed. They share one user, so that it can't be said which of them may do what.
 *
 * A topic or group that is named here is closed to everybody else, the listener without encryption included. Strimzi's user operator leaves
 * lists of `User:ANONYMOUS` alone: a client that can't sign in yet gets one by hand (kafka-acls.sh).
 *
 * Source: document 002, sections 5 and 10; strimzi-kafka-operator 0.42.0, SimpleAclOperator (IGNORED_USERS).
 */
export function applicationAcls({ kafka }: Platform): readonly (AclRule | ClusterRule)[] {
  return [
    CLUSTER_RULE,
    ...Object.keys(kafka.topics).map((topic) => allow("topic", topic, ["Describe", "Read", "Write"])),
    ...kafka.consumerGroups.map((group) => allow("group", group, ["Describe", "Read"])),
  ];
}

/** The user of the applications. Its certificate is in the Secret of its name. */
export function applicationUser(platform: Platform): KubeObject {
  return tlsUser(platform, platform.kafka.applicationUser, applicationAcls(platform));
}
