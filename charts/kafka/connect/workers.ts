import type { PlatformWith, System } from "../../../config/parts";
import { SERVICE_CLASS } from "../../../config/reference/priority-classes";
import type { KubeObject } from "../../kube-object";
import { schemaRegistryUrl } from "../schema-registry/address";
import { onNodePool, spreadOverZones } from "../spread";
import { bootstrapServers, clusterCaSecret, kafkaNamespace, STRIMZI_API } from "../strimzi";
import { USER_SECRET } from "../tls-user";
import type { Setting } from "./connector";
import { connectors } from "./connectors";
import { SECRETS_PROVIDER, SECRETS_PROVIDER_CLASS, secretVolume } from "./credentials";
import { CONNECT_METRICS_CONFIG, CONNECT_METRICS_KEY } from "./metrics";
import { workerLabels, workerRole, workerTopics } from "./names";

/** Annotation that gives the operator charge of the connectors. Source: strimzi-kafka-operator 0.42.0, Annotations. */
export const CONNECTOR_RESOURCES = "strimzi.io/use-connector-resources";

/**
 * Configuration of the workers. Keys are texts and values have a schema of the registry, unless a connector says otherwise; a source makes no topic,
 * because its topics are resources.
 *
 * Source: document 002, section 1; Apache Kafka 3.7, Connect worker configuration.
 */
export function workerConfig(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka" | "kafkaConnect">,
): Readonly<Record<string, Setting>> {
  const topics = workerTopics(platform);
  const { replicationFactor } = platform.kafka;
  return {
    "group.id": platform.kafkaConnect.name,
    "config.storage.topic": topics.config,
    "config.storage.replication.factor": replicationFactor,
    "offset.storage.topic": topics.offset,
    "offset.storage.replication.factor": replicationFactor,
    "status.storage.topic": topics.status,
    "status.storage.replication.factor": replicationFactor,
    "topic.creation.enable": false,
    "key.converter": "org.apache.kafka.connect.storage.StringConverter",
    "value.converter": "io.confluent.connect.avro.AvroConverter",
    "value.converter.schema.registry.url": schemaRegistryUrl(platform),
    "config.providers": SECRETS_PROVIDER,
    [`config.providers.${SECRETS_PROVIDER}.class`]: SECRETS_PROVIDER_CLASS,
  };
}

/**
 * The workers. Strimzi makes a pod for each, their REST API, a service account, and a network policy that lets only itself and the workers use that API.
 *
 * The image is the organisation's own and already has the plugins: with `spec.build` the operator would build and push one, for which it would need a
 * registry's credentials in this namespace.
 *
 * Changing the configuration, the image or the template restarts the workers one by one; connectors move to the others meanwhile.
 *
 * Source: document 002, sections 1 and 10; compatibility page, 2.4.
 */
export function workersResource(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka" | "kafkaConnect" | "schemaRegistry">,
): KubeObject {
  const { kafkaConnect, kafka } = platform;
  const volumes = connectors(platform).flatMap(({ name, credentials }) =>
    credentials === undefined ? [] : [secretVolume(name, credentials)],
  );
  return {
    apiVersion: STRIMZI_API,
    kind: "KafkaConnect",
    metadata: {
      name: kafkaConnect.name,
      namespace: kafkaNamespace(platform),
      labels: {
        "app.kubernetes.io/name": "kafka-connect",
        "app.kubernetes.io/instance": kafkaConnect.name,
        environment: platform.platform.environment,
        team: platform.platform.team,
      },
      annotations: { [CONNECTOR_RESOURCES]: "true" },
    },
    spec: {
      version: kafka.version,
      image: kafkaConnect.image,
      replicas: kafkaConnect.workers,
      bootstrapServers: bootstrapServers(platform, "tls"),
      tls: { trustedCertificates: [{ secretName: clusterCaSecret(platform), certificate: "ca.crt" }] },
      authentication: {
        type: "tls",
        certificateAndKey: {
          secretName: kafkaConnect.user,
          certificate: USER_SECRET.certificate,
          key: USER_SECRET.key,
        },
      },
      config: workerConfig(platform),
      jvmOptions: { "-Xms": kafkaConnect.heap, "-Xmx": kafkaConnect.heap },
      resources: {
        requests: amount(kafkaConnect.resources.requests),
        limits: amount(kafkaConnect.resources.limits),
      },
      metricsConfig: {
        type: "jmxPrometheusExporter",
        valueFrom: { configMapKeyRef: { name: CONNECT_METRICS_CONFIG, key: CONNECT_METRICS_KEY } },
      },
      ...(volumes.length === 0 ? {} : { externalConfiguration: { volumes } }),
      template: podTemplate(platform),
    },
  };
}

/** How the workers run: without privileges, spread over the zones, one at a time out of service, with the role of their service account. */
function podTemplate(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafkaConnect">) {
  return {
    pod: {
      affinity: onNodePool(platform.kafkaConnect.nodePool),
      topologySpreadConstraints: spreadOverZones(workerLabels(platform)),
      // Services of the namespace are found by name; their variables would only be in the way of settings.
      enableServiceLinks: false,
      priorityClassName: SERVICE_CLASS,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    },
    connectContainer: { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } } },
    podDisruptionBudget: { maxUnavailable: 1 },
    serviceAccount: { metadata: { annotations: workerRole(platform) } },
  };
}

function amount({ cpu, memory }: System<"kafkaConnect">["resources"]["requests"]) {
  return { cpu: cpu.toString(), memory: memory.toString() };
}
