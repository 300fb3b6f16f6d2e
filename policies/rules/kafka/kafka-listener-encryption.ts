import { valueAt } from "../../../charts/kube-object";
import { partRule } from "../../part-rule";
import { KAFKA_LISTENERS } from "../../readers/kafka-listeners";
import { problem } from "../../rule";

/** Types whose clients are in the cluster's own network. Source: strimzi-kafka-operator 0.42.0, KafkaListenerType. */
const INTERNAL = ["internal", "cluster-ip"];

/** What leaves the cluster's network is encrypted. */
export const kafkaListenerEncryption = partRule(
  {
    id: "kafka-listener-encryption",
    title: "Every Kafka listener that is reached from outside the cluster has TLS",
    severity: "critical",
    enforcement: "mandatory",
    why: "Records and passwords would cross networks that others share in plain text.",
    remediation: "Set tls of the listener to true, or make it internal.",
    link: "https://strimzi.io/docs/operators/latest/configuring.html#type-GenericKafkaListener-reference",
  },
  {
    ...KAFKA_LISTENERS,
    check: ({ listener, path, type }) => {
      const tls = valueAt(listener, ["tls"]);
      return INTERNAL.includes(type) || tls === true
        ? []
        : [problem([...path, "tls"], `is ${tls ?? "not set"} with type ${type || "missing"}; it has to be true`)];
    },
  },
);
