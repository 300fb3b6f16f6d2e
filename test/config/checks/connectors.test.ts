import {
  connectorCredentials,
  connectorNames,
  sinkTasks,
  sinkTopics,
  sourceTasks,
  sourceTopics,
} from "../../../config/checks/connectors";
import { repeatedConnectEntries } from "../../../config/checks/repeated-entries";
import type { ProdInput } from "../../infra/prod-platform";
import { entry, findingsAfter, pathsAfter } from "./prod-findings";

const events = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.kafkaConnect.s3Sinks, "s3-sink-app-events"), change);
};
const search = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.kafkaConnect.elasticsearchSinks, "elasticsearch-sink-search"), change);
};
const orders = (change: object) => (input: ProdInput) => {
  Object.assign(entry(input.kafkaConnect.jdbcSources, "jdbc-source-orders"), change);
};

describe("connectors", () => {
  it("of prod are in order", () => {
    const checks = [sinkTopics, sinkTasks, sourceTasks, sourceTopics, connectorNames, connectorCredentials];
    expect([...checks, repeatedConnectEntries].flatMap((check) => findingsAfter(check))).toEqual([]);
  });

  it("read topics of the stack", () => {
    expect(
      findingsAfter(sinkTopics, events({ topics: ["vantage-order-events", "vantage-order-event"] })),
    ).toMatchObject([
      { path: ["kafkaConnect", "s3Sinks", "s3-sink-app-events", "topics", 1], given: "vantage-order-event" },
    ]);
    expect(pathsAfter(sinkTopics, search({ topics: ["nothing"] }))).toEqual([
      "vantage:kafkaConnect.elasticsearchSinks.elasticsearch-sink-search.topics[0]",
    ]);
  });

  it("have no more tasks than partitions to read", () => {
    expect(findingsAfter(sinkTasks, search({ tasks: 36 }))).toEqual([]);
    expect(findingsAfter(sinkTasks, search({ tasks: 37 }))).toMatchObject([
      {
        path: ["kafkaConnect", "elasticsearchSinks", "elasticsearch-sink-search", "tasks"],
        given: "37 for 36 partitions",
      },
    ]);
    // 6 + 36 + 12 + 12 partitions.
    expect(findingsAfter(sinkTasks, events({ tasks: 64 }))).toEqual([]);
    expect(pathsAfter(sinkTasks, events({ tasks: 7, topics: ["vantage-notification-events"] }))).toEqual([
      "vantage:kafkaConnect.s3Sinks.s3-sink-app-events.tasks",
    ]);
    // What an unknown topic has can't be counted; it is reported by itself.
    expect(findingsAfter(sinkTasks, events({ tasks: 7, topics: ["vantage-notification-events", "x"] }))).toEqual([]);
  });

  it("have no more tasks than tables to copy", () => {
    expect(findingsAfter(sourceTasks, orders({ tasks: 3 }))).toMatchObject([
      { path: ["kafkaConnect", "jdbcSources", "jdbc-source-orders", "tasks"], given: "3 for 2 tables" },
    ]);
  });

  it("write topics of their own", () => {
    const path = ["kafkaConnect", "jdbcSources", "jdbc-source-orders", "topicPrefix"];
    expect(findingsAfter(sourceTopics, orders({ topicPrefix: "vantage-", tables: ["orders"] }))).toEqual([]);
    const taken = (input: ProdInput) => {
      orders({ topicPrefix: "db-", tables: ["orders"] })(input);
      input.kafka.topics["db-orders"] = { partitions: 1 };
    };
    expect(findingsAfter(sourceTopics, taken)).toMatchObject([
      { path, given: "db-, which makes db-orders, a topic of vantage:kafka.topics" },
    ]);
    const twice = ({ kafkaConnect }: ProdInput) => {
      kafkaConnect.jdbcSources.second = {
        ...entry(kafkaConnect.jdbcSources, "jdbc-source-orders"),
        tables: ["orders"],
      };
    };
    expect(findingsAfter(sourceTopics, twice)).toMatchObject([
      {
        path: ["kafkaConnect", "jdbcSources", "second", "topicPrefix"],
        given: "vantage-orders-db-, which makes vantage-orders-db-orders, a topic of jdbc-source-orders",
      },
    ]);
  });

  it("have names of their own", () => {
    const twice = ({ kafkaConnect }: ProdInput) => {
      const sink = entry(kafkaConnect.elasticsearchSinks, "elasticsearch-sink-search");
      kafkaConnect.elasticsearchSinks["s3-sink-logs"] = sink;
    };
    expect(findingsAfter(connectorNames, twice)).toMatchObject([
      {
        path: ["kafkaConnect", "elasticsearchSinks", "s3-sink-logs"],
        given: "s3-sink-logs, which is one of s3Sinks as well",
      },
    ]);
  });

  it.each(["kafka-connect-user", "kafka-app-user", "schema-registry-user"])(
    "don't take the Secret of Kafka user %s for their credentials",
    (credentials) => {
      expect(pathsAfter(connectorCredentials, orders({ credentials }))).toEqual([
        "vantage:kafkaConnect.jdbcSources.jdbc-source-orders.credentials",
      ]);
    },
  );

  it("name nothing twice", () => {
    const twice = (input: ProdInput) => {
      events({ topics: ["vantage-order-events", "vantage-order-events"] })(input);
      search({ topics: ["vantage-order-events", "vantage-order-events"] })(input);
      orders({ tables: ["orders", "orders"] })(input);
      input.schemaRegistry.clientNamespaces.push("orders-prod");
    };
    expect(pathsAfter(repeatedConnectEntries, twice)).toEqual([
      "vantage:kafkaConnect.s3Sinks.s3-sink-app-events.topics[1]",
      "vantage:kafkaConnect.jdbcSources.jdbc-source-orders.tables[1]",
      "vantage:kafkaConnect.elasticsearchSinks.elasticsearch-sink-search.topics[1]",
      "vantage:schemaRegistry.clientNamespaces[8]",
    ]);
  });
});
