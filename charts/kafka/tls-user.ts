import type { PlatformWith } from "../../config/parts";
import type { KubeObject } from "../kube-object";
import { CLUSTER_LABEL, kafkaNamespace, STRIMZI_API } from "./strimzi";

/**
 * Keys of the Secret that Strimzi makes for a user with a certificate; the Secret has the user's name.
 *
 * Source: strimzi-kafka-operator 0.42.0, KafkaUserModel.generateSecret.
 */
export const USER_SECRET = {
  certificate: "user.crt",
  key: "user.key",
  keyStore: "user.p12",
  keyStorePassword: "user.password",
} as const;

/** An entry of a KafkaUser's access list about something that has a name. */
export interface AclRule {
  readonly resource: {
    readonly type: "topic" | "group" | "transactionalId";
    readonly name: string;
    readonly patternType: "literal" | "prefix";
  };
  readonly operations: readonly string[];
  readonly host: "*";
}

/** An entry about the cluster itself, of which there is one. */
export interface ClusterRule {
  readonly resource: { readonly type: "cluster" };
  readonly operations: readonly string[];
  readonly host: "*";
}

/** An entry of an access list that admits. */
export function allow(
  type: "topic" | "group",
  name: string,
  operations: readonly string[],
  patternType: "literal" | "prefix" = "literal",
): AclRule {
  return { resource: { type, name, patternType }, operations, host: "*" };
}

/** A user who shows a certificate of the cluster's and may do what the list says. */
export function tlsUser(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">,
  name: string,
  acls: readonly (AclRule | ClusterRule)[],
): KubeObject {
  return {
    apiVersion: STRIMZI_API,
    kind: "KafkaUser",
    metadata: { name, namespace: kafkaNamespace(platform), labels: { [CLUSTER_LABEL]: platform.kafka.name } },
    spec: { authentication: { type: "tls" }, authorization: { type: "simple", acls } },
  };
}
