import type { Changeable } from "../estate-fixture";
import { changeObject, type Mutations, removeObjects } from "./mutation";
import { podOf, removeNamed } from "./object-parts";

const JDBC_SOURCE = /^jdbc-source-orders$/;
const SEARCH_SINK = /^elasticsearch-sink-search$/;
const REGISTRY_TOPIC = /^schemas$/;

/** Changes the settings of the Connect workers. */
const changeWorkers = (change: (config: Changeable) => void) =>
  changeObject("KafkaConnect", ({ spec }) => change(spec.config));

/** What the checks about Connect, its connectors and the schema registry have to catch. */
export const connectMutations: Mutations = {
  "connect-access": [
    {
      what: "a topic that a connector writes taken out of the workers' access list",
      change: changeObject(
        "KafkaUser",
        ({ spec: { authorization } }) => {
          authorization.acls = authorization.acls.filter(
            ({ resource }: Changeable) => resource.name !== "vantage-orders-db-orders",
          );
        },
        /^kafka-connect-user$/,
      ),
    },
    { what: "the workers' user taken away", change: removeObjects("KafkaUser", /^kafka-connect-user$/) },
  ],
  "connect-replication": [
    {
      what: "a single copy of what the workers know of offsets",
      change: changeWorkers((config) => Object.assign(config, { "offset.storage.replication.factor": 1 })),
    },
    {
      what: "more copies of the connectors' settings than there are brokers",
      change: changeWorkers((config) => Object.assign(config, { "config.storage.replication.factor": 6 })),
    },
  ],
  "connector-resources": [
    {
      what: "the annotation taken away that gives the operator charge of the connectors",
      change: changeObject(
        "KafkaConnect",
        ({ metadata }) => delete metadata.annotations["strimzi.io/use-connector-resources"],
      ),
    },
  ],
  "connector-secrets": [
    {
      what: "the database's password written into a connector",
      change: changeObject(
        "KafkaConnector",
        ({ spec }) => Object.assign(spec.config, { "connection.password": "correct-horse" }),
        JDBC_SOURCE,
      ),
    },
    {
      what: "the volume taken from the workers in which a connector's password is",
      change: changeObject("KafkaConnect", ({ spec }) =>
        removeNamed(spec.externalConfiguration.volumes, "jdbc-source-orders"),
      ),
    },
    {
      what: "the provider taken from the workers that reads passwords",
      change: changeWorkers((config) => delete config["config.providers"]),
    },
  ],
  "connector-topics": [
    {
      what: "the topic taken away that a connector reads",
      change: removeObjects("KafkaTopic", /^vantage-application-logs$/),
    },
    {
      what: "more tasks of a connector than it has tables",
      change: changeObject("KafkaConnector", ({ spec }) => Object.assign(spec, { tasksMax: 3 }), JDBC_SOURCE),
    },
    {
      what: "more tasks of a connector than its topic has partitions",
      change: changeObject("KafkaConnector", ({ spec }) => Object.assign(spec, { tasksMax: 37 }), SEARCH_SINK),
    },
  ],
  "schema-storage": [
    {
      what: "the schema registry's topic deleted by age",
      change: changeObject("KafkaTopic", ({ spec }) => delete spec.config["cleanup.policy"], REGISTRY_TOPIC),
    },
    {
      what: "two partitions of the schema registry's topic",
      change: changeObject("KafkaTopic", ({ spec }) => Object.assign(spec, { partitions: 2 }), REGISTRY_TOPIC),
    },
    { what: "the schema registry's topic taken away", change: removeObjects("KafkaTopic", REGISTRY_TOPIC) },
  ],
  "service-links": [
    {
      what: "variables of Services let into the schema registry, which takes them for settings",
      change: changeObject("Deployment", (registry) => delete podOf(registry).enableServiceLinks, /^schema-registry$/),
    },
  ],
};
