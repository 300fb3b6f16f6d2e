import { type KubeObject, valueAt } from "../kube-object";
import type { ManifestCheck, ManifestFinding } from "./check";
import { CONFIG, kafkaOfWorkers, tablesCopied, topicsRead, topicsWritten, workersOf } from "./connector-settings";
import { finding, numberAt } from "./object-readers";
import { membersOf, strimziObjects } from "./strimzi-objects";

const TASKS = ["spec", "tasksMax"] as const;

/** Judges the topics and tasksMax of each connector whose Kafka cluster is rendered. */
export const connectorTopics: ManifestCheck = {
  title: "A connector's topics exist, and none of its tasks is idle",
  severity: "high",
  why: "Brokers make no topics by themselves, so that the connector would wait or fail; a task without a partition or a table does nothing.",
  remediation:
    "Make a KafkaTopic for each topic that the connector names, and set tasksMax to no more than its partitions or tables.",
  source:
    "document 002, sections 1 (elasticsearch-sink-search) and 4 (auto.create.topics.enable); Apache Kafka 3.7, Connect",
  link: "https://kafka.apache.org/37/kafka-connect/user-guide/",
  find: ({ objects }) =>
    strimziObjects(objects, "KafkaConnector").flatMap((connector) => {
      const workers = workersOf(connector, objects);
      const kafka = workers && kafkaOfWorkers(workers, objects);
      if (kafka === undefined) return [];
      const partitions = new Map(
        membersOf(kafka, objects, "KafkaTopic").map((topic) => [
          String(valueAt(topic, ["spec", "topicName"]) ?? topic.metadata.name),
          numberAt(topic, ["spec", "partitions"]),
        ]),
      );
      return [...missing(connector, partitions), ...idle(connector, partitions)];
    }),
};

function missing(connector: KubeObject, topics: ReadonlyMap<string, number>): readonly ManifestFinding[] {
  return [...topicsRead(connector), ...topicsWritten(connector)]
    .filter((topic) => !topics.has(topic))
    .map((topic) => finding(connector, CONFIG, `there is no KafkaTopic ${topic}`));
}

function idle(connector: KubeObject, topics: ReadonlyMap<string, number>): readonly ManifestFinding[] {
  const tasks = numberAt(connector, TASKS);
  const read = topicsRead(connector).map((topic) => topics.get(topic));
  const tables = tablesCopied(connector).length;
  const sum = read.reduce<number>((total, count) => total + (count ?? 0), 0);
  if (read.length > 0 && !read.includes(undefined) && tasks > sum) {
    return [finding(connector, TASKS, `${tasks} tasks for ${sum} partitions: ${tasks - sum} would be idle`)];
  }
  return tables > 0 && tasks > tables
    ? [finding(connector, TASKS, `${tasks} tasks for ${tables} tables: ${tasks - tables} would never be made`)]
    : [];
}
