import type { PlatformWith } from "../../config/parts";

/** API group of Strimzi's resources. */
export const STRIMZI_GROUP = "kafka.strimzi.io";

/** Version in which Strimzi 0.42 stores its resources. Source: strimzi-kafka-operator 0.42.0, install/cluster-operator. */
export const STRIMZI_API = `${STRIMZI_GROUP}/v1beta2`;

/** Label by which a resource says to which cluster it belongs. Source: strimzi-kafka-operator 0.42.0, ResourceLabels. */
export const CLUSTER_LABEL = "strimzi.io/cluster";

/** Annotations without which a Kafka resource is one with ZooKeeper. Source: compatibility page, S2. */
export const KRAFT_ANNOTATIONS = ["strimzi.io/kraft", "strimzi.io/node-pools"] as const;

/** Annotation of a node pool that says which ids its nodes get. Source: strimzi-kafka-operator 0.42.0, NodeIdAssignor. */
export const NODE_IDS_ANNOTATION = "strimzi.io/next-node-ids";

/** Ports of the brokers' listeners. Source: document 002, section 4. */
export const LISTENER_PORTS = { plain: 9092, tls: 9093 } as const;

/** Port on which brokers answer JMX, when asked to. Source: strimzi-kafka-operator 0.42.0, JmxModel; document 002, section 4. */
export const JMX_PORT = 9999;

/** Namespace of everything that Strimzi runs: the operator watches its own, and no other. Source: infra/add-ons/strimzi.ts. */
export function kafkaNamespace({ addOns }: PlatformWith<"addOns.strimzi-kafka-operator">): string {
  return addOns.releases["strimzi-kafka-operator"].namespace;
}

/** Address of the brokers for clients in the cluster. Source: strimzi-kafka-operator 0.42.0, KafkaResources.bootstrapServiceName. */
export function bootstrapServers(platform: PlatformWith<"kafka">, listener: keyof typeof LISTENER_PORTS): string {
  return `${platform.kafka.name}-kafka-bootstrap:${LISTENER_PORTS[listener]}`;
}

/** The Secret in which Strimzi publishes the certificate that brokers are to be trusted by, as `ca.crt`. */
export function clusterCaSecret({ kafka }: PlatformWith<"kafka">): string {
  return `${kafka.name}-cluster-ca-cert`;
}
