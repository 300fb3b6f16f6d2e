import { ISTIO_CONTROL_PLANE } from "./istio/control-plane";
import { ISTIO } from "./istio/istio";
import { ISTIO_CA } from "./istio/istio-ca";
import { KAFKA_CLIENTS } from "./kafka/clients/kafka-clients";
import { KAFKA } from "./kafka/cluster/kafka";
import { KAFKA_CONNECT } from "./kafka/connect/kafka-connect";
import { SCHEMA_REGISTRY } from "./kafka/schema-registry/schema-registry";
import { KARPENTER } from "./karpenter/karpenter";
import { CLUSTER_BACKUP } from "./lab/cluster-backup/cluster-backup";
import { LAB_MONITORING } from "./lab/monitoring/lab-monitoring";
import { SRE_SHOP } from "./lab/shop/shop";
import { MAINTENANCE } from "./maintenance/maintenance";
import { MONITORING } from "./monitoring/monitoring";
import { NAMESPACES } from "./namespaces/namespaces";
import { REDIS } from "./redis/clusters/redis";
import { REDIS_OPERATOR } from "./redis/operator/redis-operator";
import type { AnyChart } from "./system-chart";
import { WORKLOADS } from "./workloads/workloads";

/** Every chart, in the order in which a cluster takes them: what others need comes first. A stack has those whose parts it has. */
export const CHARTS: readonly AnyChart[] = [
  NAMESPACES,
  WORKLOADS,
  KARPENTER,
  ISTIO_CA,
  ISTIO_CONTROL_PLANE,
  ISTIO,
  REDIS_OPERATOR,
  REDIS,
  KAFKA,
  KAFKA_CLIENTS,
  KAFKA_CONNECT,
  SCHEMA_REGISTRY,
  MONITORING,
  MAINTENANCE,
  LAB_MONITORING,
  SRE_SHOP,
  CLUSTER_BACKUP,
];
