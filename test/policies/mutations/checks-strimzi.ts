import { changeObject, type Mutations, removeObjects } from "./mutation";

const CLUSTER = "strimzi.io/cluster";

/** What the checks about Strimzi's resources, whichever they are, have to catch. */
export const strimziMutations: Mutations = {
  "strimzi-clusters": [
    {
      what: "a topic of a cluster that doesn't exist",
      change: changeObject("KafkaTopic", ({ metadata }) => Object.assign(metadata.labels, { [CLUSTER]: "kafka" })),
    },
    {
      what: "a user in a namespace that the operator doesn't watch",
      change: changeObject(
        "KafkaUser",
        ({ metadata }) => Object.assign(metadata, { namespace: "orders-prod" }),
        /^kafka-app-user$/,
      ),
    },
  ],
  "strimzi-metrics-configs": [
    {
      what: "the brokers' rules for the JMX exporter taken away",
      change: removeObjects("ConfigMap", /^kafka-metrics-config$/),
    },
    {
      what: "a key of the exporter's rules that the ConfigMap doesn't have",
      change: changeObject("KafkaConnect", ({ spec }) =>
        Object.assign(spec.metricsConfig.valueFrom.configMapKeyRef, { key: "metrics-config.yml" }),
      ),
    },
    {
      what: "rules for the JMX exporter that are no YAML",
      change: changeObject(
        "ConfigMap",
        ({ data }) => Object.assign(data, { "kafka-metrics-config.yml": 'rules:\n- pattern: "kafka' }),
        /^kafka-metrics-config$/,
      ),
    },
  ],
  "strimzi-placement": [
    {
      what: "Cruise Control let onto the brokers' nodes",
      change: changeObject("Kafka", ({ spec }) => delete spec.cruiseControl.template.pod.affinity),
    },
    {
      what: "the Connect workers moved to the brokers' nodes",
      change: changeObject("KafkaConnect", ({ spec }) => {
        const { nodeAffinity } = spec.template.pod.affinity;
        const [term] = nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
        term.matchExpressions[0].values = ["worker-kafka-v2"];
      }),
    },
  ],
  "strimzi-resources": [
    {
      what: "the memory limit of the user operator taken away",
      change: changeObject("Kafka", ({ spec }) => delete spec.entityOperator.userOperator.resources.limits.memory),
    },
    {
      what: "the brokers' requests taken away",
      change: changeObject("Kafka", ({ spec }) => delete spec.kafka.resources.requests),
    },
  ],
};
