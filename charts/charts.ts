import { ISTIO_CONTROL_PLANE } from "./istio/control-plane";
import { ISTIO } from "./istio/istio";
import { KAFKA } from "./kafka/cluster/kafka";
import { KAFKA_CONNECT } from "./kafka/connect/kafka-connect";
import { SCHEMA_REGISTRY } from "./kafka/schema-registry/schema-registry";
import { KARPENTER } from "./karpenter/karpenter";
import { NAMESPACES } from "./namespaces/namespaces";
import { REDIS } from "./redis/clusters/redis";
import { REDIS_OPERATOR } from "./redis/operator/redis-operator";
import type { SystemChart } from "./system-chart";

/** Every chart, in the order in which a cluster takes them: what others need comes first. */
export const CHARTS: readonly SystemChart[] = [
  NAMESPACES,
  KARPENTER,
  ISTIO_CONTROL_PLANE,
  ISTIO,
  REDIS_OPERATOR,
  REDIS,
  KAFKA,
  KAFKA_CONNECT,
  SCHEMA_REGISTRY,
];
