import { listAt, textAt } from "../../../charts/checks/object-readers";
import { objectRule, problem } from "../../rule";

const PATH = ["spec", "kafka", "authorization"] as const;

/** Names of a client that signed in nowhere, as the authorizer and as Strimzi write it. */
const NOBODY = ["ANONYMOUS", "User:ANONYMOUS"];

/** A cluster decides who may do what. */
export const kafkaAuthorization = objectRule(
  {
    id: "kafka-authorization",
    title: "Every Kafka cluster has an authorizer, which nobody without a name may pass by",
    severity: "critical",
    enforcement: "mandatory",
    why: "Every client could read and delete every topic, and take on the work of every consumer group.",
    remediation: "Set spec.kafka.authorization, and name in superUsers only users that have to sign in.",
    link: "https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaAuthorizationSimple-reference",
  },
  {
    kinds: ["kafka.strimzi.io/Kafka"],
    check: (kafka) => {
      if (textAt(kafka, [...PATH, "type"]) === "") {
        return [problem(PATH, "is missing; simple, opa, keycloak or custom has to be its type")];
      }
      return listAt(kafka, [...PATH, "superUsers"]).flatMap((name, index) =>
        NOBODY.includes(String(name))
          ? [problem([...PATH, "superUsers", index], `is ${name}, which is everybody; name users that sign in`)]
          : [],
      );
    },
  },
);
