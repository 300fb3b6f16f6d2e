import { z } from "zod";
import { cronField, dnsLabelField, imageField, patternField, quantityField, releaseField } from "./fields";

const amount = z.strictObject({ cpu: quantityField, memory: quantityField });

/** How a new version of a schema must relate to those before it. Source: Confluent Schema Registry, Schema Evolution and Compatibility. */
export const COMPATIBILITY_LEVELS = [
  "BACKWARD",
  "BACKWARD_TRANSITIVE",
  "FORWARD",
  "FORWARD_TRANSITIVE",
  "FULL",
  "FULL_TRANSITIVE",
  "NONE",
] as const;

/** `vantage:schemaRegistry`: the registry of the records' schemas. */
export const schemaRegistrySection = z
  .strictObject({
    repository: patternField(
      /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+$/,
      "a registry and a repository, without a tag",
      "leave out the tag: the version says it",
    ).describe("Where the image is: Confluent's own or a copy of it."),
    version: releaseField.describe("Release, and tag of the image. Source: document 002, section 1 (7.6.0)."),
    replicas: z
      .int()
      .min(2)
      .max(9)
      .describe("Instances; one of them takes writes, all answer. Source: document 002, section 1 (3)."),
    user: dnsLabelField.describe("Kafka user of the registry, with rights on its topic and its group alone."),
    compatibility: z
      .enum(COMPATIBILITY_LEVELS)
      .describe(
        "What a new version of a schema must be compatible with, where a subject says nothing else. Source: document 002, section 1 (BACKWARD).",
      ),
    clientNamespaces: z
      .array(dnsLabelField)
      .min(1)
      .describe("Namespaces whose pods may use the registry; every other one is kept out by a network policy."),
    nodePool: z.string().describe("Node pool that carries the registry."),
    heap: patternField(
      /^[1-9]\d{0,5}[mMgG]$/,
      "a JVM memory size such as 512m",
      "write a whole number followed by m or g",
    ).describe("Heap, both -Xms and -Xmx. Rolling restart."),
    resources: z.strictObject({ requests: amount, limits: amount }).describe("Requests and limits of an instance."),
    restart: z
      .strictObject({
        schedule: cronField.describe(
          "When the instances are restarted, one by one, in UTC. At least every three weeks: Strimzi renews a certificate 30 days before it ends, and an instance reads it when it starts.",
        ),
        image: imageField.describe(
          "Image whose entry point is kubectl, of the cluster's minor version or one beside it.",
        ),
      })
      .describe("The restart by which instances get renewed certificates."),
  })
  .describe("The schema registry.");
