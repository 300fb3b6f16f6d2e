import { z } from "zod";
import { connectorFields } from "./connectors";
import { dnsLabelField, patternField, quantityField, strimziNameField } from "./fields";

const amount = z.strictObject({ cpu: quantityField, memory: quantityField });

/** An image with its registry and a tag that isn't `latest`. */
/** An image with its registry: nothing of the workers' is public. */
const registryImageField = patternField(
  /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+:(?!latest$)[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/,
  "registry/repository:tag, with a tag other than latest",
  "name the registry and pin a tag",
);

/** `vantage:kafkaConnect`: the workers that move data in and out of Kafka, and their connectors. */
export const kafkaConnectSection = z
  .strictObject({
    name: strimziNameField.describe(
      "Name of the cluster of workers, their group, and prefix of the topics in which they keep configuration and offsets. Another name starts every source from its beginning.",
    ),
    image: registryImageField.describe(
      "Image of the workers: Strimzi's image of the Kafka release, and in its plugin folder the S3 sink (10 or later), the JDBC source (10 or later, with PostgreSQL's driver), the Elasticsearch sink (11 or later) and the Avro converter. Strimzi's own image has none of them, and letting Strimzi build one would need a registry's credentials in the cluster.",
    ),
    user: dnsLabelField.describe("Kafka user of the workers. Source: document 002, section 10."),
    workers: z.int().min(2).max(32).describe("Number of workers. Source: document 002, section 1 (4)."),
    nodePool: z
      .string()
      .describe("Node pool that carries the workers; not the brokers', whose memory is their page cache."),
    heap: patternField(
      /^[1-9]\d{0,5}[mMgG]$/,
      "a JVM memory size such as 3g",
      "write a whole number followed by m or g",
    ).describe("Heap of a worker, both -Xms and -Xmx. Rolling restart."),
    resources: z
      .strictObject({ requests: amount, limits: amount })
      .describe("Requests and limits of a worker. Source: document 000, section 4 (4.1 GiB used on average)."),
    ...connectorFields,
  })
  .describe("Kafka Connect and its connectors.");
