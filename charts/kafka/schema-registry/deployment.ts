import { k8s } from "cdk8s-plus-29";
import type { PlatformWith, System } from "../../../config/parts";
import { DATA_CLASS } from "../../../config/reference/priority-classes";
import { restrictedContainer } from "../../restricted-container";
import { onNodePool, spreadOverZones } from "../spread";
import { clusterCaSecret, kafkaNamespace } from "../strimzi";
import { USER_SECRET } from "../tls-user";
import { SCHEMA_REGISTRY_NAME, SCHEMA_REGISTRY_PODS, SCHEMA_REGISTRY_PORT } from "./address";
import { CA_SECRET, registryEnvironment, STORES } from "./environment";

/** User and group of the image, `appuser`. The kubelet can't tell that a name isn't root's, so that the number is given. Source: confluentinc/common-docker, base. */
const APP_USER = 1_000;

/**
 * What the image writes: its configuration, made of the environment at every start and with the stores' passwords in it; Java's scratch files; logs. Each
 * is a volume, the first two in memory, so that the rest can be read-only.
 *
 * Source: confluentinc/schema-registry-images 7.6.0, configure and Dockerfile.
 */
const WRITABLE = {
  configuration: { path: "/etc/schema-registry", medium: "Memory", size: "1Mi" },
  scratch: { path: "/tmp", medium: "Memory", size: "32Mi" },
  logs: { path: "/usr/logs", medium: "", size: "64Mi" },
} as const;

/**
 * The registry: equal instances, one of which takes the writes. An update adds no instance before it takes one away, one at a time.
 *
 * `enableServiceLinks` is false because of the Service's name: Kubernetes would set SCHEMA_REGISTRY_PORT, at which the image refuses to start. It has
 * no agent for Prometheus and gets none: whether instances answer is seen by their probes, and the documents measure nothing else of it.
 *
 * Source: document 002, section 1; compatibility page, 2.4; confluentinc/schema-registry-images 7.6.0, configure.
 */
export function registryDeployment(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka" | "schemaRegistry">,
): k8s.KubeDeploymentProps {
  const { schemaRegistry } = platform;
  return {
    metadata: { name: SCHEMA_REGISTRY_NAME, namespace: kafkaNamespace(platform), labels: { ...SCHEMA_REGISTRY_PODS } },
    spec: {
      replicas: schemaRegistry.replicas,
      selector: { matchLabels: { ...SCHEMA_REGISTRY_PODS } },
      strategy: {
        type: "RollingUpdate",
        rollingUpdate: { maxSurge: k8s.IntOrString.fromNumber(0), maxUnavailable: k8s.IntOrString.fromNumber(1) },
      },
      template: {
        metadata: { labels: { ...SCHEMA_REGISTRY_PODS } },
        spec: {
          serviceAccountName: SCHEMA_REGISTRY_NAME,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          priorityClassName: DATA_CLASS,
          affinity: onNodePool(schemaRegistry.nodePool),
          topologySpreadConstraints: spreadOverZones(SCHEMA_REGISTRY_PODS),
          securityContext: {
            runAsNonRoot: true,
            runAsUser: APP_USER,
            runAsGroup: APP_USER,
            fsGroup: APP_USER,
            seccompProfile: { type: "RuntimeDefault" },
          },
          containers: [registryContainer(platform)],
          volumes: [
            ...Object.entries(WRITABLE).map(([name, { medium, size }]) => ({
              name,
              emptyDir: { ...(medium === "" ? {} : { medium }), sizeLimit: k8s.Quantity.fromString(size) },
            })),
            secretVolume("trust-store", clusterCaSecret(platform), CA_SECRET.trustStore),
            secretVolume("key-store", schemaRegistry.user, USER_SECRET.keyStore),
          ],
        },
      },
    },
  };
}

function registryContainer(platform: PlatformWith<"kafka" | "schemaRegistry">): k8s.Container {
  const { repository, version, resources } = platform.schemaRegistry;
  return {
    name: SCHEMA_REGISTRY_NAME,
    image: `${repository}:${version}`,
    ports: [{ name: "http", containerPort: SCHEMA_REGISTRY_PORT, protocol: "TCP" }],
    env: registryEnvironment(platform),
    resources: { requests: amount(resources.requests), limits: amount(resources.limits) },
    // The list of subjects is answered once the topic has been read to its end. Up to two minutes: the image first waits 40 s for the brokers.
    startupProbe: { ...answers("/subjects"), periodSeconds: 5, failureThreshold: 24 },
    readinessProbe: { ...answers("/subjects"), periodSeconds: 10, failureThreshold: 3 },
    // The root needs no broker: while Kafka is away, a restart would help nobody.
    livenessProbe: { ...answers("/"), periodSeconds: 20, failureThreshold: 3 },
    securityContext: restrictedContainer(),
    volumeMounts: [
      ...Object.entries(WRITABLE).map(([name, { path }]) => ({ name, mountPath: path })),
      { name: "trust-store", mountPath: STORES.trust, readOnly: true },
      { name: "key-store", mountPath: STORES.key, readOnly: true },
    ],
  };
}

function answers(path: string) {
  return { httpGet: { path, port: k8s.IntOrString.fromString("http") }, timeoutSeconds: 5 };
}

/** One key of a Secret as a file, for the group of the image's user. */
function secretVolume(name: string, secretName: string, key: string): k8s.Volume {
  return { name, secret: { secretName, defaultMode: 0o440, items: [{ key, path: key }] } };
}

function amount({ cpu, memory }: System<"schemaRegistry">["resources"]["requests"]) {
  return { cpu: k8s.Quantity.fromString(cpu.toString()), memory: k8s.Quantity.fromString(memory.toString()) };
}
