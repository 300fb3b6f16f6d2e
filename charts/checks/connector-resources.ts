import type { ManifestCheck } from "./check";
import { workersOf } from "./connector-settings";
import { finding } from "./object-readers";
import { strimziObjects } from "./strimzi-objects";

/** Annotation that gives the operator charge of a cluster's connectors. Source: strimzi-kafka-operator 0.42.0, Annotations. */
const ANNOTATION = "strimzi.io/use-connector-resources";

/** Without the annotation the workers take connectors from their REST API alone. */
export const connectorResources: ManifestCheck = {
  title: "The workers that a KafkaConnector names take connectors from resources",
  severity: "high",
  why: "The operator would report the connector as not ready and never create it.",
  remediation: 'Annotate the KafkaConnect with strimzi.io/use-connector-resources: "true".',
  source: "strimzi-kafka-operator 0.42.0, AbstractConnectOperator.reconcileConnectors",
  link: "https://strimzi.io/docs/operators/0.42.0/deploying#proc-deploying-kafkaconnector-str",
  find: ({ objects }) =>
    strimziObjects(objects, "KafkaConnector").flatMap((connector) => {
      const workers = workersOf(connector, objects);
      // Workers that aren't there are another check's finding.
      if (workers === undefined || workers.metadata.annotations?.[ANNOTATION] === "true") return [];
      const given = workers.metadata.annotations?.[ANNOTATION] ?? "missing";
      return [
        finding(
          workers,
          ["metadata", "annotations", ANNOTATION],
          `is ${given}: connector ${connector.metadata.name} is left alone; "true" lets the operator create it`,
        ),
      ];
    }),
};
