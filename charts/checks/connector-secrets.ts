import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { CONFIG, mountedVolumes, workersOf } from "./connector-settings";
import { finding, mappingAt } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

/** Settings whose value nobody may read: the last part of the key says so. */
const SECRET_KEY =
  /(^|[._-])(password|passwd|secret|token|secret\.(access\.)?key|access\.key(\.id)?|api\.key|jaas\.config|user\.info)$/i;

/** A user and a password, or a password alone, in an address. */
const SECRET_IN_ADDRESS = /:\/\/[^/@\s]*:[^/@\s]+@|[?&;]password=/i;

/** A reference that the workers replace: provider, where to look, and what for. Source: Apache Kafka 3.7, ConfigTransformer. */
const REFERENCE = /\$\{([^}:]+):(?:([^}:]*):)?([^}]+)\}/g;

/** Where Strimzi mounts volumes for connectors, and the volume's name. Source: strimzi-kafka-operator 0.42.0, KafkaConnectCluster. */
const MOUNT = /\/opt\/kafka\/external-configuration\/([^/:}]+)/g;

/** Judges every text of a connector's configuration; a finding never holds the value. */
export const connectorSecrets: ManifestCheck = {
  title: "What is secret about a connector comes through a provider of its workers, from a volume that they mount",
  severity: "critical",
  why: "Whoever may read a KafkaConnector, the workers' REST API or this repository would read the password; or the connector would start with none.",
  remediation:
    "Put the value into a Secret, mount it in the workers with externalConfiguration, and refer to its key through one of their config.providers.",
  source: "Apache Kafka 3.7, KIP-297; strimzi-kafka-operator 0.42.0, documentation of externalConfiguration",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#assembly-loading-config-with-providers-str",
  find: ({ objects }) =>
    strimziObjects(objects, "KafkaConnector").flatMap((connector) => {
      const workers = workersOf(connector, objects);
      return Object.entries(mappingAt(connector, CONFIG)).flatMap(([key, value]) =>
        typeof value === "string" ? judge(connector, workers, key, value) : [],
      );
    }),
};

function judge(
  connector: KubeObject,
  workers: KubeObject | undefined,
  key: string,
  value: string,
): readonly ManifestFinding[] {
  const path = [...CONFIG, key];
  const rest = value.replace(REFERENCE, "");
  if ((SECRET_KEY.test(key) && rest !== "") || SECRET_IN_ADDRESS.test(rest)) {
    // The value itself must not appear in the message.
    return [
      finding(connector, path, "is written out; refer to a key of a mounted Secret, through a provider of the workers"),
    ];
  }
  if (workers === undefined) return [];
  const providers = String(valueAt(workers, [...CONFIG, "config.providers"]) ?? "").split(/\s*,\s*/);
  const volumes = mountedVolumes(workers);
  return [
    ...[...value.matchAll(REFERENCE)]
      .filter(([, provider = ""]) => !providers.includes(provider))
      .map(([, provider]) =>
        finding(connector, path, `refers to provider ${provider}, which ${workers.metadata.name} doesn't configure`),
      ),
    ...[...value.matchAll(MOUNT)]
      .filter(([, volume = ""]) => !volumes.includes(volume))
      .map(([, volume]) =>
        finding(connector, path, `reads volume ${volume}, which ${workers.metadata.name} doesn't mount`),
      ),
  ];
}
