import type { PlatformWith } from "../../../config/parts";
import type { KubeObject } from "../../kube-object";
import { CLUSTER_LABEL, kafkaNamespace, STRIMZI_API } from "../strimzi";
import type { Connector } from "./connector";
import { elasticsearchSink } from "./elasticsearch-sink";
import { jdbcSource } from "./jdbc-source";
import { s3Sink } from "./s3-sink";

/**
 * Restarts of a failed connector or task before a person has to look. The waits grow to an hour each (n * n + n minutes), so that ten of them cover an
 * outage of almost five hours.
 *
 * Source: strimzi-kafka-operator 0.42.0, AbstractConnectOperator, and its documentation of autoRestart.
 */
export const MAX_RESTARTS = 10;

/** Every connector of the stack file, sources first: what a sink reads may come from them. */
export function connectors(platform: PlatformWith<"kafkaConnect" | "schemaRegistry">): readonly Connector[] {
  const { jdbcSources, s3Sinks, elasticsearchSinks } = platform.kafkaConnect;
  return [
    ...Object.entries(jdbcSources).map(([name, source]) => jdbcSource(name, source)),
    ...Object.entries(s3Sinks).map(([name, sink]) => s3Sink(platform, name, sink)),
    ...Object.entries(elasticsearchSinks).map(([name, sink]) => elasticsearchSink(name, sink)),
  ];
}

/**
 * A connector as a resource: the operator creates it in the workers, and puts back what is changed through their REST API.
 *
 * What went wrong with a record is logged; the record itself isn't, for it may hold a customer's data.
 *
 * Source: docs/decisions.md, B9; document 002, section 1.
 */
export function connectorResource(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafkaConnect">,
  connector: Connector,
): KubeObject {
  return {
    apiVersion: STRIMZI_API,
    kind: "KafkaConnector",
    metadata: {
      name: connector.name,
      namespace: kafkaNamespace(platform),
      labels: { [CLUSTER_LABEL]: platform.kafkaConnect.name },
    },
    spec: {
      class: connector.className,
      tasksMax: connector.tasks,
      autoRestart: { enabled: true, maxRestarts: MAX_RESTARTS },
      config: { ...connector.config, "errors.log.enable": true, "errors.log.include.messages": false },
    },
  };
}
