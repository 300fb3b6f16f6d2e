import { z } from "zod";
import { CRUISE_CONTROL_GOALS } from "../reference/cruise-control";
import { dnsLabelField, durationField, patternField, quantityField, releaseField, strimziNameField } from "./fields";

const amount = z.strictObject({ cpu: quantityField, memory: quantityField });

/** Name of a topic: what Kafka takes as a topic and Kubernetes as an object, so that both have one name. Source: Kafka, `Topic.LEGAL_CHARS`. */
const topicName = patternField(
  /^[a-z0-9]([a-z0-9.-]{0,247}[a-z0-9])?$/,
  "lower-case letters, digits, '.' and '-', at most 249 characters",
  "use lower-case letters, digits, '.' and '-' only",
);

const topic = z.strictObject({
  partitions: z
    .int()
    .min(1)
    .max(1_000)
    .describe("Number of partitions. It can be raised in place, which moves keys to other partitions; never lowered."),
  adopted: z
    .boolean()
    .default(false)
    .describe(
      "Whether the documents show the topic without calling it a managed resource: it exists, and the topic operator takes it over. The number of partitions must then be the real one. Default false.",
    ),
});

const jvm = z
  .strictObject({
    heap: patternField(
      /^[1-9]\d{0,5}[mMgG]$/,
      "a JVM memory size such as 14g",
      "write a whole number followed by m or g",
    ).describe(
      "Heap, both -Xms and -Xmx. What the memory limit has beyond it is page cache. Rolling restart. Source: document 002, section 1 (14g).",
    ),
    flags: z
      .record(
        patternField(/^[A-Z][A-Za-z0-9]*$/, "a HotSpot flag without -XX:", "write the name alone, such as UseG1GC"),
        patternField(
          /^(true|false|\d{1,12}[kKmMgG]?)$/,
          'a quoted "true", "false" or number, such as "15" or "16M"',
          "quote it: the API takes nothing but texts here",
        ),
      )
      .describe(
        'HotSpot flags, without -XX:. "true" and "false" switch a flag, everything else is its value. They replace Kafka\'s own tuning. Rolling restart. Source: document 002, section 1, Updated Configuration.',
      ),
  })
  .describe("The brokers' Java machine.");

const listeners = z
  .strictObject({
    plainNamespaces: z
      .array(dnsLabelField)
      .min(1)
      .describe(
        "Namespaces whose pods reach the listener without encryption on port 9092. Nobody is asked who he is there, so that a network policy is all that guards it.",
      ),
    anonymousAcls: z
      .boolean()
      .describe(
        "Whether those who come without a name keep what the applications' user has: the topics and groups of this section. true: a Job writes access lists for User:ANONYMOUS before any user's list closes the topics. false: a Job takes them away again, and the clients of port 9092 must have moved to 9093 by then. Source: docs/decisions.md, B3.",
      ),
  })
  .describe("The brokers' listeners: 9092 without encryption, 9093 with TLS and client certificates.");

/** `vantage:kafka`: the Kafka cluster that Strimzi runs. */
export const kafkaSection = z
  .strictObject({
    name: strimziNameField.describe(
      "Name of the cluster and prefix of its pods, services and secrets. Changing it makes another, empty cluster. Its namespace is the one that the Strimzi operator watches, its own.",
    ),
    version: releaseField.describe(
      "Kafka release, one that the Strimzi release runs. Source: document 002, sections 1 and 4 (3.7.1).",
    ),
    nodePool: z
      .string()
      .describe("Node pool whose nodes carry the brokers, one each. Source: document 002, section 1."),
    brokers: z
      .int()
      .min(3)
      .max(60)
      .describe(
        "Number of brokers. Fewer need their partitions moved away first. Source: document 002, section 1 (5).",
      ),
    controllers: z
      .union([z.literal(3), z.literal(5)])
      .meta({ allowed: "3 or 5", mend: "choose 3, which outlives the loss of one, or 5, which outlives two" })
      .describe(
        "Brokers that are KRaft controllers as well, those with the lowest ids; an even number outlives no more than the odd one below. It can't be changed while the cluster runs. Source: document 002, section 10 (3).",
      ),
    rackAwareness: z
      .boolean()
      .default(false)
      .describe(
        "Whether replicas of a partition are kept in different zones. It needs a multiple of the zones as brokers. Default false: the documented balance of five brokers in three zones leaves no other choice. Turning it on restarts the brokers, rolling, and moves replicas.",
      ),
    jvm,
    remoteJmx: z
      .boolean()
      .default(false)
      .describe(
        "Whether brokers answer JMX on port 9999, with a password that Strimzi generates. Default false: metrics don't need it.",
      ),
    resources: z
      .strictObject({ requests: amount, limits: amount })
      .describe("Requests and limits of a broker. Rolling restart. Source: document 002, section 4."),
    volume: z
      .strictObject({
        nominal: quantityField.describe(
          "Size that the documents give: that of the disk, with GB read as GiB. Kept for the documented rendering.",
        ),
        claim: quantityField.describe(
          "Size that is claimed of the disk. It must fit beside the file system's own data, or no broker starts; it can't be lowered later.",
        ),
      })
      .describe("Log volume of a broker, on a disk of its node. Source: document 002, section 4."),
    replicationFactor: z
      .int()
      .min(1)
      .max(9)
      .describe("Copies of every partition, of topics and of Kafka's own. Source: document 002, section 5 (3)."),
    minInSyncReplicas: z
      .int()
      .min(1)
      .max(8)
      .describe(
        "Copies that must have a record before it is acknowledged with acks=all. Source: document 002, section 4 (2).",
      ),
    defaultPartitions: z
      .int()
      .min(1)
      .max(1_000)
      .describe("Partitions of a topic created without a number. Source: document 002, section 4 (12)."),
    retention: durationField.describe(
      "Age at which records are deleted, whole hours. Shortening it deletes data at once. Source: document 002, section 1 (72 hours).",
    ),
    networkThreads: z.int().min(1).max(128).describe("Threads that serve connections, per listener and broker."),
    ioThreads: z.int().min(1).max(256).describe("Threads that handle requests, per broker."),
    listeners,
    goals: z
      .array(z.enum(CRUISE_CONTROL_GOALS))
      .min(1)
      .describe("Goals of Cruise Control, the most important first. Source: document 002, section 4 (11 goals)."),
    metricWindows: z
      .int()
      .min(1)
      .max(288)
      .describe(
        "Windows of partition metrics that Cruise Control keeps, five minutes each: at most a day. Its state counts the valid ones of them, and goals about usage wait for half. With more of them proposals rest on a longer past, and a new Cruise Control makes its first one later. A change restarts Cruise Control and no broker. Source: document 002, sections 6 and 10 (12 out of 12).",
      ),
    topics: z.record(topicName, topic).describe("Topics, by name. Source: document 002, section 5."),
    consumerGroups: z
      .array(
        patternField(
          /^[A-Za-z0-9][A-Za-z0-9._-]{0,248}$/,
          "letters, digits, '.', '_' and '-'",
          "name one group, without wildcards",
        ),
      )
      .min(1)
      .describe("Consumer groups of the applications. Source: document 002, section 5, Consumer Group Lag."),
    applicationUser: dnsLabelField.describe(
      "User of all applications: it reads and writes the topics of this section in the groups of this section, and nothing else. Source: document 002, section 10.",
    ),
  })
  .describe("The Kafka cluster.");
