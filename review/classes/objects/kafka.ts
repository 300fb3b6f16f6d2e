import { CLUSTER_LABEL } from "../../../charts/kafka/strimzi";
import { valueAt } from "../../../charts/kube-object";
import type { Difference } from "../../diff/compare";
import { fieldFromTo, fromTo, lowered } from "../amounts";
import type { FieldRow, Subject, TypeRows } from "../row";
import { cleansMore, retainsShorter } from "./kafka-retention";
import { storageRows } from "./kafka-storage";

const STRIMZI = 'Strimzi 0.42, "Deploying and Managing"';
const ROLLS = "Strimzi replaces the brokers one after the other, and waits for each until its partitions are in sync";

const LISTENER_GONE: FieldRow = {
  path: ["spec", "kafka", "listeners"],
  when: ({ before, after, path }) => before !== undefined && after === undefined && typeof path.at(-1) !== "string",
  class: "replacement",
  reason: "clients that come in by this listener reach nothing any more",
  source: `${STRIMZI}, "Setting up client access to a Kafka cluster"`,
};

/** What changes of Kafka clusters and their pools of brokers do. */
export const KAFKA_ROWS: readonly TypeRows[] = [
  {
    of: ["kafka.strimzi.io/Kafka"],
    removed: [
      {
        class: "data loss",
        reason:
          "Strimzi ends all brokers and deletes what they have; volumes stay only with deleteClaim: false, and a new cluster doesn't take them over by itself",
        source: `${STRIMZI}, "Recovering a cluster from persistent volumes"`,
      },
    ],
    fields: [
      {
        path: ["spec", "kafka", "config"],
        when: retainsShorter,
        class: "data loss",
        reason: (change) => `records of topics without their own retention are deleted sooner, ${fieldFromTo(change)}`,
        source: "Apache Kafka 3.7, broker configs",
      },
      {
        path: ["spec", "kafka", "config", "log.cleanup.policy"],
        when: ({ before, after }) => cleansMore(before, after),
        class: "data loss",
        reason: (change) =>
          `topics without their own policy are cleaned up otherwise, ${fromTo(change)}: records that were kept are deleted`,
        source: "Apache Kafka 3.7, broker configs",
      },
      {
        path: ["spec", "kafka", "config", "unclean.leader.election.enable"],
        when: ({ after }) => after === true,
        class: "rolling",
        reason: `${ROLLS}; from then on a copy that lags behind may lead, and what it lacks is lost`,
        source: "Apache Kafka 3.7, broker configs",
      },
      {
        path: ["spec", "kafka", "config"],
        class: "rolling",
        reason: `${ROLLS}, unless Kafka can take the setting while it runs`,
        source: `${STRIMZI}, "Kafka configuration" (dynamic configs)`,
      },
      LISTENER_GONE,
      ...storageRows(["spec", "kafka", "storage"]),
      {
        path: ["spec", "kafka", "replicas"],
        class: "in place",
        reason: (change) => scaled(change),
        source: `${STRIMZI}, "Scaling clusters"`,
      },
      {
        path: ["spec", "kafka", "version"],
        class: "rolling",
        reason: `${ROLLS}; the way back ends when the metadata version is raised`,
        source: `${STRIMZI}, "Upgrading Kafka"`,
      },
      { path: ["spec", "kafka"], class: "rolling", reason: ROLLS, source: `${STRIMZI}, "Performing rolling updates"` },
      {
        path: ["spec", "zookeeper"],
        class: "rolling",
        reason: "Strimzi replaces the ZooKeeper nodes one after the other",
        source: `${STRIMZI}, "Performing rolling updates"`,
      },
      {
        path: ["spec", "entityOperator"],
        when: ({ path, after }) => after === undefined && /[oO]perator$/.test(String(path.at(-1))),
        class: "replacement",
        reason:
          "Strimzi ends the operator: changes of topics, of users, or of both, are no longer carried out; brokers go on",
        source: `${STRIMZI}, "Configuring the Entity Operator"`,
      },
      {
        path: ["spec", "cruiseControl"],
        when: ({ path, after }) => after === undefined && path.length === 2,
        class: "replacement",
        reason: "Strimzi ends Cruise Control: partitions are no longer moved by it; brokers go on",
        source: `${STRIMZI}, "Using Cruise Control"`,
      },
      {
        path: ["spec", "entityOperator"],
        class: "rolling",
        reason: "Strimzi replaces the pod of the topic and user operators; brokers go on",
        source: `${STRIMZI}, "Configuring the Entity Operator"`,
      },
      {
        path: ["spec", "cruiseControl"],
        class: "rolling",
        reason: "Strimzi replaces the pod of Cruise Control; brokers go on",
        source: `${STRIMZI}, "Using Cruise Control"`,
      },
      ...["strimzi.io/kraft", "strimzi.io/node-pools"].map((annotation) => ({
        path: ["metadata", "annotations", annotation],
        class: "replacement" as const,
        reason:
          "it tells Strimzi what the cluster is made of: on one that runs it changes only step by step, by a migration",
        source: `${STRIMZI}, "Migrating to KRaft mode"`,
      })),
    ],
  },
  {
    of: ["kafka.strimzi.io/KafkaNodePool"],
    removed: [
      {
        class: "data loss",
        reason: (subject) =>
          `Strimzi ends the pool's brokers, and partitions that have no copy elsewhere are gone${keepsClaims(subject) ? "; the volumes stay (deleteClaim: false)" : ", with their volumes"}`,
        source: `${STRIMZI}, "Configuring node pools"`,
      },
    ],
    fields: [
      {
        path: ["metadata", "labels", CLUSTER_LABEL],
        class: "data loss",
        reason: (change) =>
          `the pool leaves its cluster, ${fromTo(change)}: Strimzi ends its brokers there, and partitions that have no copy elsewhere are gone`,
        source: `${STRIMZI}, "Configuring node pools"`,
      },
      ...storageRows(["spec", "storage"]),
      {
        path: ["spec", "replicas"],
        class: "in place",
        reason: (change) => scaled(change),
        source: `${STRIMZI}, "Scaling clusters"`,
      },
      { path: ["spec"], class: "rolling", reason: ROLLS, source: `${STRIMZI}, "Performing rolling updates"` },
    ],
  },
];

function scaled(change: Difference): string {
  return lowered(change, 0)
    ? `Strimzi refuses to end brokers while they hold partitions, ${fieldFromTo(change)}`
    : `brokers are added, ${fieldFromTo(change)}; they hold partitions once somebody moves some to them`;
}

function keepsClaims({ before }: Subject): boolean {
  return valueAt(before, ["spec", "storage", "deleteClaim"]) !== true;
}
