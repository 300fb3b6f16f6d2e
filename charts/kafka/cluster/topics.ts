import type { PlatformWith } from "../../../config/parts";
import { CONFIG_NAMESPACE } from "../../../config/stack-schema";
import type { KubeObject } from "../../kube-object";
import { CLUSTER_LABEL, kafkaNamespace, STRIMZI_API } from "../strimzi";

/**
 * Marks a topic that was there before it was managed: the topic operator takes it over on the first apply, sets its retention, and reports it as
 * not ready where it has more partitions than the stack file says.
 *
 * Source: docs/decisions.md, B5; document 002, sections 5 (ten topics) and 10 (three KafkaTopic resources).
 */
export const ADOPTED_ANNOTATION = `${CONFIG_NAMESPACE}/adopted`;

/**
 * The KafkaTopic of every topic of the stack file. Its retention is written down although it is the brokers' default: a change of the default then
 * shows as a change of each topic.
 *
 * Source: document 002, sections 1 (72 hours) and 5.
 */
export function topicResources(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">,
): readonly KubeObject[] {
  const { kafka } = platform;
  return Object.entries(kafka.topics).map(([name, { partitions, adopted }]) => ({
    apiVersion: STRIMZI_API,
    kind: "KafkaTopic",
    metadata: {
      name,
      namespace: kafkaNamespace(platform),
      labels: { [CLUSTER_LABEL]: kafka.name },
      ...(adopted ? { annotations: { [ADOPTED_ANNOTATION]: "true" } } : {}),
    },
    spec: {
      partitions,
      replicas: kafka.replicationFactor,
      config: { "retention.ms": kafka.retention.seconds * 1_000 },
    },
  }));
}
