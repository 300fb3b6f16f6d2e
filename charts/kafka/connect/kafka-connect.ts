import { ApiObject, type Chart } from "cdk8s";
import { ConfigMap } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { systemChart } from "../../system-chart";
import { kafkaNamespace } from "../strimzi";
import { tlsUser } from "../tls-user";
import { connectAcls } from "./acls";
import { connectorResource, connectors } from "./connectors";
import { CONNECT_METRICS_CONFIG, CONNECT_METRICS_KEY, connectMetricsConfig } from "./metrics";
import { sourceTopicResources } from "./source-topics";
import { workersResource } from "./workers";

/**
 * Kafka Connect: workers that move data in and out of Kafka, and the connectors that say which.
 *
 * The documents describe it and print none of it, so that nothing of it deviates. The connectors come last: the operator
 * refuses one whose workers it doesn't know.
 *
 * Source: document 000, section 4; document 002, sections 1, 5 and 10.
 */
export const KAFKA_CONNECT = systemChart({
  name: "kafka-connect",
  folder: "charts/kafka/connect",
  appliedBy: "pulumi",
  needs: ["kafkaConnect", "kafka", "schemaRegistry", "addOns.strimzi-kafka-operator"],
  after: ["kafka"],
  build,
});

function build(
  chart: Chart,
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka" | "kafkaConnect" | "schemaRegistry">,
): void {
  new ApiObject(chart, "user", tlsUser(platform, platform.kafkaConnect.user, connectAcls(platform)));
  for (const topic of sourceTopicResources(platform)) {
    new ApiObject(chart, `topic-${topic.metadata.name}`, topic);
  }
  new ConfigMap(chart, "metrics-config", {
    metadata: { name: CONNECT_METRICS_CONFIG, namespace: kafkaNamespace(platform) },
    data: { [CONNECT_METRICS_KEY]: connectMetricsConfig() },
  });
  new ApiObject(chart, "workers", workersResource(platform));
  for (const connector of connectors(platform)) {
    new ApiObject(chart, `connector-${connector.name}`, connectorResource(platform, connector));
  }
}
