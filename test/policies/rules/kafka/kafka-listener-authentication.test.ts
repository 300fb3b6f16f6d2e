import { kafkaListenerAuthentication } from "../../../../policies/rules/kafka/kafka-listener-authentication";
import { objectNamed } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { KAFKA, kafka } from "./kafka-objects";

const MISSING = "is missing; tls, scram-sha-512, oauth or custom has to be its type";

describeRule(kafkaListenerAuthentication, {
  good: () => ({
    objects: [
      kafka({
        listeners: [
          { name: "tls", type: "internal", tls: true, authentication: { type: "tls" } },
          { name: "outside", type: "loadbalancer", tls: true, authentication: { type: "scram-sha-512" } },
        ],
      }),
    ],
  }),
  breaks: [
    [
      "a listener that asks nobody",
      (things) => delete objectNamed(things).spec.kafka.listeners[1].authentication,
      [`${KAFKA} listener outside: spec.kafka.listeners[1].authentication: ${MISSING}`],
    ],
    [
      "an authentication of no type",
      (things) => delete objectNamed(things).spec.kafka.listeners[0].authentication.type,
      [`${KAFKA} listener tls: spec.kafka.listeners[0].authentication: ${MISSING}`],
    ],
  ],
  ignores: [["a cluster without listeners", (things) => delete objectNamed(things).spec.kafka.listeners]],
});
