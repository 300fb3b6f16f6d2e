import type { k8s } from "cdk8s-plus-29";
import { type PlatformWith, when } from "../../../config/parts";
import { DNS_NAMESPACE, DNS_PODS, dnsPorts, podsOf, podsOfAny, tcp } from "../../network-policy-parts";
import { workerLabels } from "../connect/names";
import { CLUSTER_LABEL, kafkaNamespace, LISTENER_PORTS } from "../strimzi";
import { SCHEMA_REGISTRY_NAME, SCHEMA_REGISTRY_PODS, SCHEMA_REGISTRY_PORT } from "./address";

/**
 * Who uses the registry and whom it uses: clients in the configured namespaces, the Connect workers and the other instances may call it, as the API has no
 * users of its own; it may call the brokers' encrypted listener, the other instances and DNS. The kubelet's probes are always let in.
 *
 * Source: document 002, section 1; Kubernetes, Network Policies.
 */
export function registryNetworkPolicy(
  platform: PlatformWith<"addOns.strimzi-kafka-operator" | "kafka" | "schemaRegistry">,
): k8s.KubeNetworkPolicyProps {
  const instances = { podSelector: { matchLabels: { ...SCHEMA_REGISTRY_PODS } } };
  const brokers = {
    podSelector: {
      matchLabels: { [CLUSTER_LABEL]: platform.kafka.name, "strimzi.io/name": `${platform.kafka.name}-kafka` },
    },
  };
  const workers = when(["kafkaConnect"], (having) => ({ podSelector: { matchLabels: workerLabels(having) } }))(
    platform,
  );
  return {
    metadata: { name: SCHEMA_REGISTRY_NAME, namespace: kafkaNamespace(platform) },
    spec: {
      podSelector: { matchLabels: { ...SCHEMA_REGISTRY_PODS } },
      policyTypes: ["Ingress", "Egress"],
      ingress: [
        {
          from: [podsOfAny(platform.schemaRegistry.clientNamespaces), ...workers, instances],
          ports: tcp(SCHEMA_REGISTRY_PORT),
        },
      ],
      egress: [
        { to: [brokers], ports: tcp(LISTENER_PORTS.tls) },
        { to: [instances], ports: tcp(SCHEMA_REGISTRY_PORT) },
        { to: [{ ...podsOf(DNS_NAMESPACE), ...DNS_PODS }], ports: dnsPorts() },
      ],
    },
  };
}
