import type { PlatformWith, System } from "../../../config/parts";
import { HOST_LABEL, POOL_LABEL, ZONE_LABEL } from "../../../config/reference/node-labels";
import { LOCAL_STORAGE_CLASS } from "../../../config/reference/storage-classes";
import type { KubeObject } from "../../kube-object";
import { JMX_PORT, kafkaNamespace, LISTENER_PORTS, STRIMZI_API } from "../strimzi";
import { brokerConfig } from "./broker-config";
import { goalList } from "./cruise-control";
import { METRICS_CONFIG, METRICS_KEY } from "./metrics-rules";

/** Resources of each half of the entity operator. Source: document 002, section 4. */
export const ENTITY_OPERATOR_RESOURCES = {
  requests: { memory: "256Mi", cpu: "100m" },
  limits: { memory: "512Mi", cpu: "500m" },
} as const;

/**
 * The Kafka resource as printed. What a real cluster needs changed is in deviations.ts. Rack awareness, an option that the documents leave off,
 * adds `spec.kafka.rack`.
 *
 * Source: document 002, section 4; docs/decisions.md, B4.
 */
export function kafkaResource(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): KubeObject {
  const { kafka } = platform;
  return {
    apiVersion: STRIMZI_API,
    kind: "Kafka",
    metadata: {
      name: kafka.name,
      namespace: kafkaNamespace(platform),
      labels: {
        "app.kubernetes.io/name": "kafka",
        "app.kubernetes.io/instance": kafka.name,
        environment: platform.platform.environment,
        team: platform.platform.team,
      },
    },
    spec: {
      kafka: {
        version: kafka.version,
        replicas: kafka.brokers,
        listeners: [
          { name: "plain", port: LISTENER_PORTS.plain, type: "internal", tls: false },
          { name: "tls", port: LISTENER_PORTS.tls, type: "internal", tls: true, authentication: { type: "tls" } },
        ],
        config: brokerConfig(platform),
        jvmOptions: {
          "-Xms": kafka.jvm.heap,
          "-Xmx": kafka.jvm.heap,
          gcLoggingEnabled: true,
          javaSystemProperties: JMX_SYSTEM_PROPERTIES,
        },
        resources: { requests: amount(kafka.resources.requests), limits: amount(kafka.resources.limits) },
        storage: volume(platform),
        metricsConfig: {
          type: "jmxPrometheusExporter",
          valueFrom: { configMapKeyRef: { name: METRICS_CONFIG, key: METRICS_KEY } },
        },
        ...(kafka.rackAwareness ? { rack: { topologyKey: ZONE_LABEL } } : {}),
        template: { pod: { affinity: brokerAffinity(platform) } },
      },
      zookeeper: { replicas: 0 },
      entityOperator: {
        topicOperator: { resources: ENTITY_OPERATOR_RESOURCES },
        userOperator: { resources: ENTITY_OPERATOR_RESOURCES },
      },
      cruiseControl: { config: { goals: goalList(platform) } },
    },
  };
}

/** The documented way to JMX, which a deployed broker doesn't have: see S14 of the deviations. */
export const JMX_SYSTEM_PROPERTIES = [{ name: "com.sun.management.jmxremote.port", value: String(JMX_PORT) }] as const;

/** The volume of a broker, as documented: kept when its claim or the cluster is deleted by mistake. */
export function volume({ kafka }: PlatformWith<"kafka">) {
  return {
    type: "persistent-claim",
    size: kafka.volume.nominal.toString(),
    class: LOCAL_STORAGE_CLASS,
    deleteClaim: false,
  } as const;
}

function amount({ cpu, memory }: System<"kafka">["resources"]["requests"]) {
  return { memory: memory.toString(), cpu: cpu.toString() };
}

/** One broker a node, on the nodes of the brokers' pool. Strimzi gives pods of every node pool of a cluster the same `strimzi.io/name`. */
function brokerAffinity({ kafka }: PlatformWith<"kafka">) {
  const pool = { key: POOL_LABEL, operator: "In", values: [kafka.nodePool] };
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [pool] }] },
    },
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        {
          labelSelector: { matchLabels: { "strimzi.io/name": `${kafka.name}-kafka` } },
          topologyKey: HOST_LABEL,
        },
      ],
    },
  };
}
