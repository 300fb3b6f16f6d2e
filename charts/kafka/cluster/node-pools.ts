import type { PlatformWith } from "../../../config/parts";
import type { KubeObject } from "../../kube-object";
import { CLUSTER_LABEL, kafkaNamespace, NODE_IDS_ANNOTATION, STRIMZI_API } from "../strimzi";
import { volume } from "./kafka-resource";

/** A pool of Kafka nodes with consecutive ids. */
export interface KafkaNodePool {
  readonly name: string;
  readonly roles: readonly ("controller" | "broker")[];
  readonly firstId: number;
  readonly nodes: number;
}

/**
 * The pools of the cluster: the first brokers are controllers as well, the others brokers only. The first pool is called `kafka`, so that its pods
 * have the documented names (`kafka-prod-kafka-0` to `-2`); those of the second can't, as only one pool of that name can be.
 *
 * Source: document 002, section 10 (Controller Quorum); docs/decisions.md, B1; compatibility page, 2.2.
 */
export function kafkaNodePools({ kafka: { brokers, controllers } }: PlatformWith<"kafka">): readonly KafkaNodePool[] {
  const others = brokers - controllers;
  return [
    { name: "kafka", roles: ["controller", "broker"], firstId: 0, nodes: controllers },
    ...(others > 0
      ? [{ name: "broker", roles: ["broker"], firstId: controllers, nodes: others } satisfies KafkaNodePool]
      : []),
  ];
}

/**
 * A pool as Strimzi reads it. The ids are written down for both pools: without that each gets the lowest ones that are free, in the order in
 * which Strimzi happens to see them. Everything else (memory, affinity, Java options) comes from the Kafka resource; a template here would replace
 * that one's whole.
 *
 * Source: compatibility page, 2.2 and 8.2; document 002, section 4 (storage).
 */
export function nodePoolResource(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">,
  { name, roles, firstId, nodes }: KafkaNodePool,
): KubeObject {
  return {
    apiVersion: STRIMZI_API,
    kind: "KafkaNodePool",
    metadata: {
      name,
      namespace: kafkaNamespace(platform),
      labels: { [CLUSTER_LABEL]: platform.kafka.name },
      annotations: { [NODE_IDS_ANNOTATION]: `[${firstId}-${firstId + nodes - 1}]` },
    },
    spec: { replicas: nodes, roles, storage: volume(platform) },
  };
}
