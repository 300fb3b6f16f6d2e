import { connectorTopics } from "../../../charts/checks/connector-topics";
import { foundAmongWorkers, workersWithout } from "./connect-fixture";
import { found } from "./kafka-fixture";

const TASKS = ["spec", "tasksMax"];

describe("connector-topics", () => {
  it("finds topics that nobody makes", () => {
    expect(found(connectorTopics, workersWithout("events"))).toEqual([
      "KafkaConnector drain at spec.config: there is no KafkaTopic events",
    ]);
    expect(foundAmongWorkers(connectorTopics, ["copy-of-items", ["spec", "topicName"]])).toEqual([
      "KafkaConnector copy at spec.config: there is no KafkaTopic copy-of_items",
    ]);
    expect(
      foundAmongWorkers(connectorTopics, ["drain", ["spec", "config", "errors.deadletterqueue.topic.name"], "rest"]),
    ).toEqual(["KafkaConnector drain at spec.config: there is no KafkaTopic rest"]);
  });

  it("finds tasks without a partition, all topics together", () => {
    expect(foundAmongWorkers(connectorTopics, ["drain", TASKS, 8])).toEqual([
      "KafkaConnector drain at spec.tasksMax: 8 tasks for 6 partitions: 2 would be idle",
    ]);
    expect(
      foundAmongWorkers(
        connectorTopics,
        ["drain", TASKS, 9],
        ["drain", ["spec", "config", "topics"], "events, copy-of_items"],
      ),
    ).toEqual([]);
  });

  it("finds tasks without a table", () => {
    expect(foundAmongWorkers(connectorTopics, ["copy", TASKS, 2])).toEqual([
      "KafkaConnector copy at spec.tasksMax: 2 tasks for 1 tables: 1 would never be made",
    ]);
  });

  it("knows nothing of the topics of a cluster that isn't here", () => {
    expect(found(connectorTopics, workersWithout("log", "events"))).toEqual([]);
    expect(found(connectorTopics, workersWithout("movers", "events"))).toEqual([]);
  });
});
