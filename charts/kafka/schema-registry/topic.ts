import type { PlatformWith } from "../../../config/parts";
import type { KubeObject } from "../../kube-object";
import { CLUSTER_LABEL, kafkaNamespace, STRIMZI_API } from "../strimzi";
import { type AclRule, allow } from "../tls-user";
import { SCHEMA_REGISTRY_NAME } from "./address";

/** The topic that is the registry's storage. Source: document 002, section 1 (Storage). */
export const SCHEMAS_TOPIC = "_schemas";

/** Kafka's own topic of consumer offsets, which the registry's vendor wants described to it. */
const OFFSETS_TOPIC = "__consumer_offsets";

/**
 * The registry's storage as a resource, whose name can't begin with an underscore. One partition, because the order of all changes matters;
 * compacted, because the last word on every schema is kept for ever. Losing it means losing every schema.
 *
 * Source: document 002, section 1 (compact, RF=3); Confluent Schema Registry, Schema Registry storage.
 */
export function schemasTopic(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): KubeObject {
  const { kafka } = platform;
  return {
    apiVersion: STRIMZI_API,
    kind: "KafkaTopic",
    metadata: {
      name: SCHEMAS_TOPIC.replace(/^_/, ""),
      namespace: kafkaNamespace(platform),
      labels: { [CLUSTER_LABEL]: kafka.name },
    },
    spec: {
      topicName: SCHEMAS_TOPIC,
      partitions: 1,
      replicas: kafka.replicationFactor,
      config: { "cleanup.policy": "compact", "min.insync.replicas": kafka.minInSyncReplicas },
    },
  };
}

/**
 * What the registry may do: keep its topic, whose settings it looks at first, and elect the instance that writes. It reads the topic in groups
 * of the instances' own, named after host and port. It makes no topic: that one is a resource.
 *
 * Source: Confluent Schema Registry, Security, Authorizing Access to the Schemas Topic, and Configuration Reference (kafkastore.group.id).
 */
export function schemaRegistryAcls(): readonly AclRule[] {
  return [
    allow("topic", SCHEMAS_TOPIC, ["Describe", "DescribeConfigs", "Read", "Write"]),
    allow("topic", OFFSETS_TOPIC, ["Describe"]),
    allow("group", SCHEMA_REGISTRY_NAME, ["Describe", "Read"]),
    allow("group", `${SCHEMA_REGISTRY_NAME}-`, ["Describe", "Read"], "prefix"),
  ];
}
