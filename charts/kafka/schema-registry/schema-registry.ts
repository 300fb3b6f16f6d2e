import { ApiObject, type Chart } from "cdk8s";
import { k8s, ServiceAccount } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { systemChart } from "../../system-chart";
import { kafkaNamespace } from "../strimzi";
import { tlsUser } from "../tls-user";
import { SCHEMA_REGISTRY_NAME, SCHEMA_REGISTRY_PODS, SCHEMA_REGISTRY_PORT } from "./address";
import { registryDeployment } from "./deployment";
import { registryNetworkPolicy } from "./network-policy";
import { RESTART_NAME, restartCronJob, restartRole, restartRoleBinding } from "./restart";
import { schemaRegistryAcls, schemasTopic } from "./topic";

/**
 * The schema registry: its topic and user in Kafka, and the instances that serve it.
 *
 * The documents describe it and print none of it, so that nothing of it deviates.
 *
 * Source: document 002, sections 1 and 10.
 */
export const SCHEMA_REGISTRY = systemChart({
  name: "schema-registry",
  folder: "charts/kafka/schema-registry",
  appliedBy: "pulumi",
  needs: ["schemaRegistry", "kafka", "addOns.strimzi-kafka-operator"],
  after: ["kafka"],
  build,
});

function build(
  chart: Chart,
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka" | "schemaRegistry">,
): void {
  const metadata = {
    name: SCHEMA_REGISTRY_NAME,
    namespace: kafkaNamespace(platform),
    labels: { ...SCHEMA_REGISTRY_PODS },
  };
  new ApiObject(chart, "topic", schemasTopic(platform));
  new ApiObject(chart, "user", tlsUser(platform, platform.schemaRegistry.user, schemaRegistryAcls()));
  new ServiceAccount(chart, "account", { metadata, automountToken: false });
  new k8s.KubeNetworkPolicy(chart, "network-policy", registryNetworkPolicy(platform));
  new k8s.KubeService(chart, "service", {
    metadata,
    spec: {
      selector: { ...SCHEMA_REGISTRY_PODS },
      ports: [
        {
          name: "http",
          port: SCHEMA_REGISTRY_PORT,
          targetPort: k8s.IntOrString.fromString("http"),
          protocol: "TCP",
          appProtocol: "http",
        },
      ],
    },
  });
  new k8s.KubePodDisruptionBudget(chart, "disruption-budget", {
    metadata,
    spec: {
      maxUnavailable: k8s.IntOrString.fromNumber(1),
      selector: { matchLabels: { ...SCHEMA_REGISTRY_PODS } },
    },
  });
  new k8s.KubeDeployment(chart, "deployment", registryDeployment(platform));
  new ServiceAccount(chart, "restart-account", {
    metadata: { name: RESTART_NAME, namespace: kafkaNamespace(platform) },
    automountToken: false,
  });
  new k8s.KubeRole(chart, "restart-role", restartRole(platform));
  new k8s.KubeRoleBinding(chart, "restart-role-binding", restartRoleBinding(platform));
  new k8s.KubeCronJob(chart, "restart", restartCronJob(platform));
}
