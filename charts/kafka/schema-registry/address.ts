import type { PlatformWith } from "../../../config/parts";
import { kafkaNamespace } from "../strimzi";

/** Name of the registry's Service, Deployment, pods and group. Source: document 002, section 1 (REST API). */
export const SCHEMA_REGISTRY_NAME = "schema-registry";

/** Port of the REST API. Source: document 002, section 1. */
export const SCHEMA_REGISTRY_PORT = 8081;

/** Label of the registry's pods. */
export const SCHEMA_REGISTRY_PODS = { "app.kubernetes.io/name": SCHEMA_REGISTRY_NAME } as const;

/** Where clients find the registry. Source: document 002, section 1 (REST API). */
export function schemaRegistryUrl(platform: PlatformWith<"addOns.strimzi-kafka-operator">): string {
  return `http://${SCHEMA_REGISTRY_NAME}.${kafkaNamespace(platform)}.svc.cluster.local:${SCHEMA_REGISTRY_PORT}`;
}
