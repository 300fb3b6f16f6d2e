import type { PlatformWith } from "../../../config/parts";
import type { KubeObject } from "../../kube-object";
import { CLUSTER_LABEL, kafkaNamespace, STRIMZI_API } from "../strimzi";
import { sourceTopics } from "./jdbc-source";

/**
 * The topics that the sources write, as resources: brokers make none by themselves, and the workers may make none but their own. A table's
 * name may have underscores, a resource's may not: the topic keeps the table's.
 *
 * They are none of the ten documented topics, which are the top ten by throughput: 2.4 million records a day are 28 a second, and the tenth has 200.
 *
 * Source: document 002, sections 1 (jdbc-source-orders) and 5 (Topic Inventory).
 */
export function sourceTopicResources(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka" | "kafkaConnect">,
): readonly KubeObject[] {
  const { kafka, kafkaConnect } = platform;
  return Object.values(kafkaConnect.jdbcSources).flatMap((source) =>
    sourceTopics(source).map((topic) => ({
      apiVersion: STRIMZI_API,
      kind: "KafkaTopic",
      metadata: {
        name: topic.replaceAll("_", "-"),
        namespace: kafkaNamespace(platform),
        labels: { [CLUSTER_LABEL]: kafka.name },
      },
      spec: {
        topicName: topic,
        partitions: source.partitions,
        replicas: kafka.replicationFactor,
        config: { "retention.ms": kafka.retention.seconds * 1_000 },
      },
    })),
  );
}
