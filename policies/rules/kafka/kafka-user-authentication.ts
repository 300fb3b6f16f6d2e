import { listAt, textAt } from "../../../charts/checks/object-readers";
import { operationsOf } from "../../readers/kafka-acls";
import { objectRule, problem } from "../../rule";

/** Operations that change nothing and show no record. */
const HARMLESS = ["Describe", "DescribeConfigs"];

/**
 * Who may do something in Kafka signs in.
 *
 * A user without authentication whose list only describes is left alone: nobody is given its name, and its entries serve to name a resource, which closes that to everybody else.
 */
export const kafkaUserAuthentication = objectRule(
  {
    id: "kafka-user-authentication",
    title: "Every Kafka user that may read, write or change something signs in",
    severity: "high",
    enforcement: "mandatory",
    why: "Strimzi makes no credentials for such a user: who comes by that name, and how, is decided elsewhere.",
    remediation: "Set spec.authentication.type to tls, tls-external or scram-sha-512.",
    link: "https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaUserSpec-reference",
  },
  {
    kinds: ["kafka.strimzi.io/KafkaUser"],
    check: (user) => {
      if (textAt(user, ["spec", "authentication", "type"]) !== "") return [];
      const allowed = listAt(user, ["spec", "authorization", "acls"])
        .filter((acl) => textAt(acl, ["type"]) !== "deny")
        .flatMap(operationsOf)
        .filter((operation) => !HARMLESS.includes(operation));
      const names = [...new Set(allowed)].sort().join(", ");
      return names === "" ? [] : [problem("spec.authentication", `is missing, and the user may ${names}`)];
    },
  },
);
