import type { ManifestCheck } from "../../../charts/checks/check";
import { type KubeObject, pathText } from "../../../charts/kube-object";
import type { Platform } from "../../../config/platform";
import { prodPlatform } from "../../infra/prod-platform";
import { type Change, changedObjects } from "./changed-objects";

const NAMESPACE = "kafka-prod";
const API = "kafka.strimzi.io/v1beta2";
/** An object of its own for each resource: a copy of the cluster would share one. */
const labels = () => ({ "strimzi.io/cluster": "log" });
const GOALS = ["RackAware", "ReplicaCapacity", "DiskCapacity", "NetworkInboundCapacity", "NetworkOutboundCapacity"]
  .concat("CpuCapacity")
  .map((name) => `com.linkedin.kafka.cruisecontrol.analyzer.goals.${name}Goal`)
  .join(",\n");

function pool(name: string, ids: string, replicas: number, roles: readonly string[]): KubeObject {
  return {
    apiVersion: API,
    kind: "KafkaNodePool",
    metadata: { name, namespace: NAMESPACE, labels: labels(), annotations: { "strimzi.io/next-node-ids": ids } },
    spec: { replicas, roles, storage: { type: "persistent-claim", size: "2000Gi", class: "local-nvme" } },
  };
}

function awayFrom(pool: string) {
  const term = { matchExpressions: [{ key: "node.kubernetes.io/pool", operator: "NotIn", values: [pool] }] };
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } } };
}

/** A Kafka cluster with which nothing is wrong, on the nodes of the committed stack file. Every name is used once. */
export const GOOD_CLUSTER: readonly KubeObject[] = [
  {
    apiVersion: API,
    kind: "Kafka",
    metadata: {
      name: "log",
      namespace: NAMESPACE,
      annotations: { "strimzi.io/kraft": "enabled", "strimzi.io/node-pools": "enabled" },
    },
    spec: {
      kafka: {
        listeners: [
          { name: "plain", tls: false, networkPolicyPeers: [{ podSelector: { matchLabels: { app: "old" } } }] },
          { name: "tls", tls: true, authentication: { type: "tls" } },
        ],
        authorization: { type: "simple" },
        config: {
          "allow.everyone.if.no.acl.found": true,
          "default.replication.factor": 3,
          "min.insync.replicas": 2,
          "offsets.topic.replication.factor": 3,
          "transaction.state.log.replication.factor": 3,
          "transaction.state.log.min.isr": 2,
        },
        jvmOptions: { "-Xmx": "12g", "-XX": { ...prodPlatform().kafka.jvm.flags } },
        jmxOptions: { authentication: { type: "password" } },
        resources: { requests: { cpu: "2", memory: "16Gi" }, limits: { cpu: "4", memory: "16Gi" } },
        metricsConfig: { valueFrom: { configMapKeyRef: { name: "rules", key: "rules.yml" } } },
        template: {
          pod: {
            affinity: {
              nodeAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: {
                  nodeSelectorTerms: [
                    {
                      matchExpressions: [
                        { key: "node.kubernetes.io/pool", operator: "In", values: ["worker-kafka-v2"] },
                      ],
                    },
                  ],
                },
              },
              podAntiAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: "kubernetes.io/hostname" }],
              },
            },
          },
        },
      },
      cruiseControl: {
        config: { goals: GOALS, "default.goals": GOALS, "num.partition.metrics.windows": 12 },
        brokerCapacity: { inboundNetwork: "1000MB/s", outboundNetwork: "1000000KiB/s" },
        resources: { requests: { cpu: "1", memory: "1Gi" }, limits: { cpu: "1", memory: "1Gi" } },
        template: { pod: { affinity: awayFrom("worker-kafka-v2") } },
      },
      entityOperator: {
        topicOperator: { resources: { requests: { cpu: "1", memory: "1Gi" }, limits: { cpu: "1", memory: "1Gi" } } },
        template: { pod: { affinity: awayFrom("worker-kafka-v2") } },
      },
    },
  },
  pool("both", "[0-2]", 3, ["controller", "broker"]),
  pool("more", "[5,7]", 2, ["broker"]),
  {
    apiVersion: API,
    kind: "KafkaTopic",
    metadata: { name: "events", namespace: NAMESPACE, labels: labels() },
    spec: { partitions: 6, replicas: 3 },
  },
  {
    apiVersion: API,
    kind: "KafkaUser",
    metadata: { name: "reader", namespace: NAMESPACE, labels: labels() },
    spec: {
      authentication: { type: "tls" },
      authorization: {
        type: "simple",
        acls: [
          { resource: { type: "cluster" }, operations: ["Describe"] },
          { resource: { type: "topic", name: "__", patternType: "prefix" }, operations: ["Describe"] },
          { resource: { type: "topic", name: "strimzi.", patternType: "prefix" }, operations: ["Describe"] },
        ],
      },
    },
  },
  {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "rules", namespace: NAMESPACE },
    data: { "rules.yml": "rules: []\n" },
  },
];

/** The good cluster after changes. @throws {Error} for an object or a place that isn't there, which would test nothing */
export function changedCluster(...changes: readonly Change[]): readonly KubeObject[] {
  return changedObjects(GOOD_CLUSTER, changes);
}

/** What a check finds, a line each: `Kafka log at spec.kafka: message`. */
export function found(
  check: ManifestCheck,
  objects: readonly KubeObject[],
  platform: Platform = prodPlatform(),
): readonly string[] {
  return check
    .find({ objects, platform })
    .map(({ object, path, message }) => `${object.kind} ${object.name} at ${pathText(path)}: ${message}`);
}

/** What a check finds after changes to the good cluster. */
export function foundAfter(check: ManifestCheck, ...changes: readonly Change[]): readonly string[] {
  return found(check, changedCluster(...changes));
}
