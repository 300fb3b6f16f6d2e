import { listAt, textAt } from "../../charts/checks/object-readers";
import { strimziObjects } from "../../charts/checks/strimzi-objects";
import { type KubeObject, referenceOf, referenceText } from "../../charts/kube-object";
import type { Parts } from "../part-rule";

/** A door into a Kafka cluster. */
export interface KafkaListener {
  readonly kafka: KubeObject;
  /** Way to it from the top of the object. */
  readonly path: readonly (string | number)[];
  readonly name: string;
  /** How it is reached: `internal`, `loadbalancer` and so on. */
  readonly type: string;
  readonly listener: unknown;
}

const LISTENERS = ["spec", "kafka", "listeners"] as const;

/** The listeners of every Kafka cluster, each judged by itself. */
export const KAFKA_LISTENERS: Parts<KafkaListener> = {
  appliesTo: ["kafka.strimzi.io/Kafka listeners"],
  parts: ({ objects }) =>
    strimziObjects(objects, "Kafka").flatMap((kafka) =>
      listAt(kafka, LISTENERS).map((listener, index) => ({
        kafka,
        path: [...LISTENERS, index],
        name: textAt(listener, ["name"]),
        type: textAt(listener, ["type"]),
        listener,
      })),
    ),
  subject: ({ kafka, name }) => `${referenceText(referenceOf(kafka))} listener ${name}`,
};
