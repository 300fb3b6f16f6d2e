import { textAt } from "../../../charts/checks/object-readers";
import { partRule } from "../../part-rule";
import { KAFKA_LISTENERS } from "../../readers/kafka-listeners";
import { problem } from "../../rule";

/**
 * Brokers know who speaks to them.
 *
 * A listener that has to stay open for a while is an exemption of that one listener; check kafka-open-listeners then still wants its peers named.
 */
export const kafkaListenerAuthentication = partRule(
  {
    id: "kafka-listener-authentication",
    title: "Every Kafka listener asks its clients who they are",
    severity: "high",
    enforcement: "mandatory",
    why: "Whoever reaches the port reads and writes what no access list names, and no log says who it was.",
    remediation: "Set authentication.type of the listener to tls or scram-sha-512, and give its clients KafkaUsers.",
    link: "https://strimzi.io/docs/operators/latest/configuring.html#type-GenericKafkaListener-reference",
  },
  {
    ...KAFKA_LISTENERS,
    check: ({ listener, path }) =>
      textAt(listener, ["authentication", "type"]) === ""
        ? [problem([...path, "authentication"], "is missing; tls, scram-sha-512, oauth or custom has to be its type")]
        : [],
  },
);
