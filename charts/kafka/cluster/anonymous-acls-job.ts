import { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { awayFromDataNodes } from "../../away-from-data-nodes";
import type { KubeObject } from "../../kube-object";
import { restrictedContainer } from "../../restricted-container";
import { shortHash } from "../../short-hash";
import { bootstrapServers, clusterCaSecret, kafkaNamespace } from "../strimzi";
import { tlsUser, USER_SECRET } from "../tls-user";
import { anonymousAclsScript, STORES } from "./anonymous-acls";

/** Name of the Job's user, and of its service account. */
export const ACL_ADMIN = "kafka-acl-admin";

/**
 * How long the Job may take: five brokers that are restarted with an authorizer, three minutes each, then the entity operator, and as much again. Pulumi waits so
 * long at most; no user's access list is applied after a failure, so that nobody is shut out by one.
 */
export const DEADLINE_SECONDS = 1_800;

/** User and group of Strimzi's image. Source: strimzi-kafka-operator 0.42.0, docker-images/kafka-based/kafka/Dockerfile (useradd -u 1001 -g 0). */
const KAFKA_USER = { runAsUser: 1_001, runAsGroup: 0 } as const;

/** Where Kafka is in Strimzi's image. */
const KAFKA_HOME = "/opt/kafka";

/** The Job's user, with the one right that writing access lists takes. It is as good as every other: nothing else uses it. */
export function aclAdmin(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): KubeObject {
  return tlsUser(platform, ACL_ADMIN, [{ resource: { type: "cluster" }, operations: ["Alter"], host: "*" }]);
}

/**
 * Strimzi's image of the brokers' own release: it has Kafka's tools.
 *
 * Source: strimzi-kafka-operator 0.42.0, kafka-versions.yaml and Helm chart (kafka.image).
 */
export function kafkaImage({ kafka, addOns }: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): string {
  return `quay.io/strimzi/kafka:${addOns.releases["strimzi-kafka-operator"].chart}-kafka-${kafka.version}`;
}

/**
 * Keeps the clients of the listener without encryption working, or takes their rights away: see {@link anonymousAclsScript}. No KafkaUser can do that: a resource's name has
 * no capitals, and the user operator leaves lists of `User:ANONYMOUS` alone.
 *
 * The name ends in a hash of the pod, which Kubernetes doesn't let change: other topics are another Job, and the same one, applied again, is no change.
 *
 * Source: docs/decisions.md, B3; strimzi-kafka-operator 0.42.0, SimpleAclOperator (IGNORED_USERS).
 */
export function anonymousAclsJob(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): k8s.KubeJobProps {
  const template = pod(platform);
  return {
    metadata: { name: `kafka-anonymous-acls-${shortHash(template)}`, namespace: kafkaNamespace(platform) },
    spec: { backoffLimit: 3, activeDeadlineSeconds: DEADLINE_SECONDS, template },
  };
}

function pod(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): k8s.PodTemplateSpec {
  return {
    metadata: { labels: { "app.kubernetes.io/name": "kafka-anonymous-acls" } },
    spec: {
      restartPolicy: "Never",
      serviceAccountName: ACL_ADMIN,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      ...awayFromDataNodes(platform),
      securityContext: {
        runAsNonRoot: true,
        ...KAFKA_USER,
        fsGroup: KAFKA_USER.runAsUser,
        seccompProfile: { type: "RuntimeDefault" },
      },
      containers: [container(platform)],
      volumes: [
        { name: "scratch", emptyDir: { medium: "Memory", sizeLimit: k8s.Quantity.fromString("16Mi") } },
        secret("trust-store", clusterCaSecret(platform), ["ca.p12", "ca.password"]),
        secret("key-store", ACL_ADMIN, [USER_SECRET.keyStore, USER_SECRET.keyStorePassword]),
      ],
    },
  };
}

function container(platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): k8s.Container {
  return {
    name: "acls",
    image: kafkaImage(platform),
    workingDir: KAFKA_HOME,
    command: ["/bin/sh", "-euc", anonymousAclsScript(platform)],
    env: [
      { name: "BOOTSTRAP_SERVERS", value: bootstrapServers(platform, "tls") },
      { name: "RETRY_SECONDS", value: "15" },
      { name: "SCRATCH", value: "/tmp" },
      // Kafka's start script makes a folder for logs otherwise, where it may not write.
      { name: "LOG_DIR", value: "/tmp" },
    ],
    resources: {
      requests: { cpu: k8s.Quantity.fromString("100m"), memory: k8s.Quantity.fromString("512Mi") },
      limits: { cpu: k8s.Quantity.fromString("1"), memory: k8s.Quantity.fromString("512Mi") },
    },
    securityContext: restrictedContainer(),
    volumeMounts: [
      { name: "scratch", mountPath: "/tmp" },
      { name: "trust-store", mountPath: STORES.trust, readOnly: true },
      { name: "key-store", mountPath: STORES.key, readOnly: true },
    ],
  };
}

/** Keys of a Secret as files, for the group of the image's user. */
function secret(name: string, secretName: string, keys: readonly string[]): k8s.Volume {
  return { name, secret: { secretName, defaultMode: 0o440, items: keys.map((key) => ({ key, path: key })) } };
}
