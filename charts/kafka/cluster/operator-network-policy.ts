import type { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { fromPrometheus } from "../../network-policy-parts";
import { kafkaNamespace } from "../strimzi";

/** Name of the policy, after the operator's Deployment. */
export const OPERATOR_POLICY = "strimzi-cluster-operator";

/** Port of the operator's metrics and health. Source: strimzi-kafka-operator 0.42.0, Helm chart, Deployment (containerPort http). */
const METRICS_PORT = 8080;

/**
 * Who reaches the cluster operator: Prometheus, and the kubelet, whom a policy never keeps out. Strimzi makes policies for what it runs
 * (brokers, Cruise Control, Connect), and disruption budgets of one pod as well; for itself it makes none.
 *
 * Source: strimzi-kafka-operator 0.42.0, KafkaCluster.generateNetworkPolicy, PodDisruptionBudgetUtils; compatibility page, 2.5.
 */
export function operatorNetworkPolicy(
  platform: PlatformWith<"addOns.strimzi-kafka-operator">,
): k8s.KubeNetworkPolicyProps {
  return {
    metadata: { name: OPERATOR_POLICY, namespace: kafkaNamespace(platform) },
    spec: {
      podSelector: { matchLabels: { "strimzi.io/kind": "cluster-operator" } },
      policyTypes: ["Ingress"],
      ingress: fromPrometheus(platform, METRICS_PORT),
    },
  };
}
