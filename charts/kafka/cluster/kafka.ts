import { ApiObject, type Chart } from "cdk8s";
import { k8s, ServiceAccount } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { referenceOf } from "../../kube-object";
import { systemChart } from "../../system-chart";
import { kafkaNamespace } from "../strimzi";
import { ACL_ADMIN, aclAdmin, anonymousAclsJob } from "./anonymous-acls-job";
import { kafkaDeviations } from "./deviations";
import { kafkaResource } from "./kafka-resource";
import { METRICS_CONFIG, METRICS_KEY, metricsConfig } from "./metrics-rules";
import { kafkaNodePools, nodePoolResource } from "./node-pools";
import { operatorNetworkPolicy } from "./operator-network-policy";
import { platformGuard } from "./platform-guard";
import { topicResources } from "./topics";

/**
 * The Kafka cluster: what Strimzi's operator makes brokers, controllers, Cruise Control, topics and users of.
 *
 * The rules of the exporter and the pools come before the Kafka resource, which fails to reconcile without them; topics and users after it; last the Job that
 * lets in those without a name. The users of clients are charts of their own, which come after this one.
 *
 * Source: document 002, sections 1, 4, 5, 6, 10 and 11.
 */
export const KAFKA = systemChart({
  name: "kafka",
  folder: "charts/kafka/cluster",
  appliedBy: "pulumi",
  needs: ["kafka", "addOns.strimzi-kafka-operator"],
  build,
  printed: (platform) => [referenceOf(kafkaResource(platform))],
  deviations: kafkaDeviations,
});

function build(chart: Chart, platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka">): void {
  const namespace = kafkaNamespace(platform);
  new k8s.KubeNetworkPolicy(chart, "operator-network-policy", operatorNetworkPolicy(platform));
  new k8s.KubeConfigMap(chart, "metrics-config", {
    metadata: { name: METRICS_CONFIG, namespace },
    data: { [METRICS_KEY]: metricsConfig() },
  });
  for (const pool of kafkaNodePools(platform)) {
    new ApiObject(chart, `pool-${pool.name}`, nodePoolResource(platform, pool));
  }
  new ApiObject(chart, "kafka", kafkaResource(platform));
  for (const topic of topicResources(platform)) {
    new ApiObject(chart, `topic-${topic.metadata.name}`, topic);
  }
  new ApiObject(chart, "platform-guard", platformGuard(platform));
  new ApiObject(chart, "acl-admin", aclAdmin(platform));
  new ServiceAccount(chart, "acl-admin-account", { metadata: { name: ACL_ADMIN, namespace }, automountToken: false });
  new k8s.KubeJob(chart, "anonymous-acls", anonymousAclsJob(platform));
}
