import type { Changeable } from "../estate-fixture";
import { changeObject, type Mutations } from "./mutation";
import { replaceText } from "./object-parts";

const NODE_IDS = "strimzi.io/next-node-ids";
const BROKERS = /^broker$/;

/** Changes what a Kafka resource says of its brokers. */
const changeBrokers = (change: (kafka: Changeable) => void) => changeObject("Kafka", ({ spec }) => change(spec.kafka));

/** Changes what a Kafka resource says of Cruise Control. */
const changeCruiseControl = (change: (cruiseControl: Changeable) => void) =>
  changeObject("Kafka", ({ spec }) => change(spec.cruiseControl));

/** What the checks about Kafka's brokers and controllers have to catch. */
export const kafkaMutations: Mutations = {
  "cruise-control-capacity": [
    {
      what: "the inbound bandwidth of the brokers left to Strimzi's default",
      change: changeCruiseControl(({ brokerCapacity }) => delete brokerCapacity.inboundNetwork),
    },
    {
      what: "an outbound bandwidth stated that the brokers' nodes only have in bursts",
      change: changeCruiseControl(({ brokerCapacity }) => Object.assign(brokerCapacity, { outboundNetwork: "3GiB/s" })),
    },
  ],
  "cruise-control-goals": [
    {
      what: "a goal taken out of Cruise Control's goals and left among the default ones",
      change: changeCruiseControl(({ config }) =>
        replaceText(config, "goals", "com.linkedin.kafka.cruisecontrol.analyzer.goals.PotentialNwOutGoal, ", ""),
      ),
    },
    {
      what: "Cruise Control's default goals left to Strimzi",
      change: changeCruiseControl(({ config }) => delete config["default.goals"]),
    },
  ],
  "cruise-control-windows": [
    {
      what: "Cruise Control's metric windows left to Strimzi, which keeps one",
      change: changeCruiseControl(({ config }) => delete config["num.partition.metrics.windows"]),
    },
    {
      what: "half as many metric windows as the stack file says",
      change: changeCruiseControl(({ config }) => Object.assign(config, { "num.partition.metrics.windows": 6 })),
    },
  ],
  "kafka-jmx": [
    {
      what: "the password for JMX taken away",
      change: changeBrokers(({ jmxOptions }) => delete jmxOptions.authentication),
    },
    {
      what: "JMX closed, which the stack file asks for",
      change: changeBrokers((brokers) => delete brokers.jmxOptions),
    },
    {
      what: "JMX opened by a system property of the brokers",
      change: changeBrokers(({ jvmOptions }) =>
        Object.assign(jvmOptions, {
          javaSystemProperties: [{ name: "com.sun.management.jmxremote.port", value: "9999" }],
        }),
      ),
    },
  ],
  "kafka-jvm-flags": [
    {
      what: "the longest pause for garbage collection set back to Java's 200 ms",
      change: changeBrokers(({ jvmOptions }) => Object.assign(jvmOptions["-XX"], { MaxGCPauseMillis: "200" })),
    },
  ],
  "kafka-kraft": [
    {
      what: "the annotation taken away by which the operator does without ZooKeeper",
      change: changeObject("Kafka", ({ metadata }) => delete metadata.annotations["strimzi.io/kraft"]),
    },
    {
      what: "the role of a controller taken from the only node pool that has it",
      change: changeObject("KafkaNodePool", ({ spec }) => Object.assign(spec, { roles: ["broker"] }), /^kafka$/),
    },
  ],
  "kafka-memory": [
    {
      what: "a heap of the brokers that leaves no page cache",
      change: changeBrokers(({ jvmOptions }) => Object.assign(jvmOptions, { "-Xmx": "18g" })),
    },
    {
      what: "the brokers' memory limit taken away",
      change: changeBrokers(({ resources }) => delete resources.limits.memory),
    },
  ],
  "kafka-node-ids": [
    {
      what: "two node pools given the same id",
      change: changeObject(
        "KafkaNodePool",
        ({ metadata }) => Object.assign(metadata.annotations, { [NODE_IDS]: "[2-3]" }),
        BROKERS,
      ),
    },
    {
      what: "the ids of a node pool's nodes left to the operator",
      change: changeObject("KafkaNodePool", ({ metadata }) => delete metadata.annotations[NODE_IDS], BROKERS),
    },
  ],
  "kafka-nodes": [
    {
      what: "a broker added for which there is no node",
      change: changeObject("KafkaNodePool", ({ spec }) => Object.assign(spec, { replicas: 3 }), BROKERS),
    },
    {
      what: "the brokers moved to nodes with a taint that they don't tolerate",
      change: changeBrokers(({ template: { pod } }) => {
        const [term] = pod.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
        term.matchExpressions[0].values = ["worker-spot-v2"];
      }),
    },
  ],
  "kafka-pool-settings": [
    {
      what: "the number of brokers said beside the node pools, too",
      change: changeBrokers((brokers) => Object.assign(brokers, { replicas: 5 })),
    },
  ],
  "kafka-racks": [
    {
      what: "replicas spread over three zones with five brokers",
      change: changeBrokers((brokers) =>
        Object.assign(brokers, { rack: { topologyKey: "topology.kubernetes.io/zone" } }),
      ),
    },
  ],
  "kafka-replication": [
    {
      what: "a topic with two copies, of which two must be in sync",
      change: changeObject("KafkaTopic", ({ spec }) => Object.assign(spec, { replicas: 2 }), /^vantage-order-events$/),
    },
    {
      what: "more copies of new topics than there are brokers",
      change: changeBrokers(({ config }) => Object.assign(config, { "default.replication.factor": 6 })),
    },
  ],
  "kafka-volumes": [
    {
      what: "a broker's volume claimed with the nominal size of its disk",
      change: changeObject("KafkaNodePool", ({ spec }) => Object.assign(spec.storage, { size: "2500Gi" }), BROKERS),
    },
  ],
};
