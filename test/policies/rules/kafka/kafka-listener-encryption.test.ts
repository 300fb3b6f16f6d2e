import { kafkaListenerEncryption } from "../../../../policies/rules/kafka/kafka-listener-encryption";
import { objectNamed, type Things } from "../../estate-fixture";
import { describeRule } from "../../rule-cases";
import { KAFKA, kafka } from "./kafka-objects";

const listeners = (things: Things) => objectNamed(things).spec.kafka.listeners;

describeRule(kafkaListenerEncryption, {
  good: () => ({
    objects: [
      kafka({
        listeners: [
          { name: "plain", type: "internal", tls: false },
          { name: "outside", type: "loadbalancer", tls: true },
        ],
      }),
    ],
  }),
  holds: [
    [
      "a listener that only has a Service for each broker",
      (things) => {
        listeners(things)[0].type = "cluster-ip";
      },
    ],
  ],
  breaks: [
    [
      "a load balancer without TLS",
      (things) => {
        listeners(things)[1].tls = false;
      },
      [`${KAFKA} listener outside: spec.kafka.listeners[1].tls: is false with type loadbalancer; it has to be true`],
    ],
    [
      "an open listener that is put on the nodes' ports",
      (things) => {
        listeners(things)[0].type = "nodeport";
      },
      [`${KAFKA} listener plain: spec.kafka.listeners[0].tls: is false with type nodeport; it has to be true`],
    ],
    [
      "a listener that says nothing of TLS",
      (things) => delete listeners(things)[1].tls,
      [`${KAFKA} listener outside: spec.kafka.listeners[1].tls: is not set with type loadbalancer; it has to be true`],
    ],
  ],
});
