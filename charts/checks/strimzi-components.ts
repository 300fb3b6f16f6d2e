import { type KubeObject, valueAt } from "../kube-object";
import { strimziObjects } from "./strimzi-objects";

/** Something that Strimzi makes pods of, beside the brokers. */
export interface StrimziComponent {
  readonly object: KubeObject;
  /** What it is called, for the message. */
  readonly name: string;
  /** Keys from the top of the object to its settings: template, and resources where it has one container. */
  readonly path: readonly string[];
}

/** Components of a Kafka resource, each with pods of its own. Source: strimzi-kafka-operator 0.42.0, KafkaSpec. */
const OF_KAFKA = ["cruiseControl", "entityOperator", "kafkaExporter"] as const;

/** Kinds whose pods are all alike. Source: strimzi-kafka-operator 0.42.0, API reference. */
const KINDS = ["KafkaBridge", "KafkaConnect", "KafkaMirrorMaker", "KafkaMirrorMaker2"] as const;

/** Everything that Strimzi makes pods of in a rendering, but for brokers and controllers. */
export function strimziComponents(objects: readonly KubeObject[]): readonly StrimziComponent[] {
  return [
    ...strimziObjects(objects, "Kafka").flatMap((object) =>
      OF_KAFKA.filter((name) => valueAt(object, ["spec", name]) !== undefined).map((name) => ({
        object,
        name,
        path: ["spec", name],
      })),
    ),
    ...KINDS.flatMap((kind) => strimziObjects(objects, kind)).map((object) => ({
      object,
      name: object.kind,
      path: ["spec"],
    })),
  ];
}
