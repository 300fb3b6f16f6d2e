/** Name of the provider in the workers' configuration. */
export const SECRETS_PROVIDER = "directory";

/**
 * Class of the provider: each file of a folder is a value. The workers replace a reference by it when they start a connector; neither the
 * connector's resource nor the REST API nor the configuration topic ever has the value itself.
 *
 * Whoever may make a connector can name any file of the workers: Kafka 3.7 can't hold the provider to a folder (`allowed.paths` is of 3.8).
 *
 * Source: Apache Kafka 3.7, KIP-297 and KIP-632; KIP-993.
 */
export const SECRETS_PROVIDER_CLASS = "org.apache.kafka.common.config.provider.DirectoryConfigProvider";

/** Where Strimzi mounts the volumes of `externalConfiguration`. Source: strimzi-kafka-operator 0.42.0, KafkaConnectCluster. */
const MOUNT = "/opt/kafka/external-configuration";

/** Keys of a connector's Secret: how it shows who it is, and by which authority it knows the other side. */
export const CREDENTIAL_KEYS = { user: "username", password: "password", authority: "ca.crt" } as const;

/** A reference to a key of a connector's Secret, for the connector's configuration. */
export function secretValue(connector: string, key: keyof typeof CREDENTIAL_KEYS): string {
  return `\${${SECRETS_PROVIDER}:${MOUNT}/${connector}:${CREDENTIAL_KEYS[key]}}`;
}

/** The file that a key of a connector's Secret is mounted as, for settings that want a file. */
export function secretFile(connector: string, key: keyof typeof CREDENTIAL_KEYS): string {
  return `${MOUNT}/${connector}/${CREDENTIAL_KEYS[key]}`;
}

/**
 * The volume with a connector's Secret, named after the connector. The Secret is made by whoever runs the other system. It is optional: one that is
 * missing fails its own connector, and not the workers with all the others. A connector reads changed values when it is restarted.
 */
export function secretVolume(connector: string, secretName: string) {
  return { name: connector, secret: { secretName, optional: true } };
}
