import type { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { bootstrapServers, clusterCaSecret } from "../strimzi";
import { USER_SECRET } from "../tls-user";
import { SCHEMA_REGISTRY_NAME, SCHEMA_REGISTRY_PORT } from "./address";
import { SCHEMAS_TOPIC } from "./topic";

/** Where the stores are mounted: beside the folder that the image writes its configuration to, which is a volume of its own. */
export const STORES = { trust: "/etc/kafka-trust", key: "/etc/kafka-key" } as const;

/** Keys of the Secret with the authority of the brokers. Source: strimzi-kafka-operator 0.42.0, ClusterCa. */
export const CA_SECRET = { trustStore: "ca.p12", trustStorePassword: "ca.password" } as const;

/**
 * Settings of the registry. The image turns `SCHEMA_REGISTRY_A_B` into `a.b`; `SCHEMA_REGISTRY_HEAP_OPTS` is its start script's.
 *
 * Instances forward writes to the elected one at the address that each gives, so that it is the pod's own. Java reads Strimzi's stores as they are;
 * their passwords come from the same Secrets and are in no rendering. A store is read once; restart.ts sees to it that a
 * renewed certificate is read in time.
 *
 * Source: document 002, section 1; Confluent Schema Registry, Configuration Reference; confluentinc/schema-registry-images, configure.
 */
export function registryEnvironment(platform: PlatformWith<"kafka" | "schemaRegistry">): k8s.EnvVar[] {
  const { kafka, schemaRegistry } = platform;
  const plain: Readonly<Record<string, string>> = {
    LISTENERS: `http://0.0.0.0:${SCHEMA_REGISTRY_PORT}`,
    SCHEMA_REGISTRY_GROUP_ID: SCHEMA_REGISTRY_NAME,
    SCHEMA_COMPATIBILITY_LEVEL: schemaRegistry.compatibility.toLowerCase(),
    KAFKASTORE_BOOTSTRAP_SERVERS: `SSL://${bootstrapServers(platform, "tls")}`,
    KAFKASTORE_SECURITY_PROTOCOL: "SSL",
    KAFKASTORE_TOPIC: SCHEMAS_TOPIC,
    KAFKASTORE_TOPIC_REPLICATION_FACTOR: `${kafka.replicationFactor}`,
    KAFKASTORE_SSL_TRUSTSTORE_LOCATION: `${STORES.trust}/${CA_SECRET.trustStore}`,
    KAFKASTORE_SSL_TRUSTSTORE_TYPE: "PKCS12",
    KAFKASTORE_SSL_KEYSTORE_LOCATION: `${STORES.key}/${USER_SECRET.keyStore}`,
    KAFKASTORE_SSL_KEYSTORE_TYPE: "PKCS12",
    HEAP_OPTS: `-Xms${schemaRegistry.heap} -Xmx${schemaRegistry.heap}`,
  };
  const keyPassword = { name: schemaRegistry.user, key: USER_SECRET.keyStorePassword };
  const secret: Readonly<Record<string, k8s.SecretKeySelector>> = {
    KAFKASTORE_SSL_TRUSTSTORE_PASSWORD: { name: clusterCaSecret(platform), key: CA_SECRET.trustStorePassword },
    KAFKASTORE_SSL_KEYSTORE_PASSWORD: keyPassword,
    KAFKASTORE_SSL_KEY_PASSWORD: keyPassword,
  };
  return [
    { name: setting("HOST_NAME"), valueFrom: { fieldRef: { fieldPath: "status.podIP" } } },
    ...Object.entries(plain).map(([key, value]) => ({ name: setting(key), value })),
    ...Object.entries(secret).map(([key, secretKeyRef]) => ({ name: setting(key), valueFrom: { secretKeyRef } })),
  ];
}

function setting(key: string): string {
  return `SCHEMA_REGISTRY_${key}`;
}
