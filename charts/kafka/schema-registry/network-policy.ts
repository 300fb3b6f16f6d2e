import { k8s } from "cdk8s-plus-29";
import type { Platform } from "../../../config/platform";
import { workerLabels } from "../connect/names";
import { CLUSTER_LABEL, kafkaNamespace, LISTENER_PORTS } from "../strimzi";
import { SCHEMA_REGISTRY_NAME, SCHEMA_REGISTRY_PODS, SCHEMA_REGISTRY_PORT } from "./address";

/** Label that every namespace has with its own name. Source: Kubernetes, Namespaces, Automatic labelling. */
const NAMESPACE_LABEL = "kubernetes.io/metadata.name";

/** CoreDNS, as EKS labels it. Source: EKS user guide, CoreDNS add-on. */
const DNS = { namespace: "kube-system", labels: { "k8s-app": "kube-dns" } } as const;

/**
 * Who uses the registry and whom it uses: clients in the configured namespaces, the Connect workers and the other instances may call it, as the API has no
 * users of its own; it may call the brokers' encrypted listener, the other instances and DNS. The kubelet's probes are always let in.
 *
 * Source: document 002, section 1; Kubernetes, Network Policies.
 */
export function registryNetworkPolicy(platform: Platform): k8s.KubeNetworkPolicyProps {
  const instances = { podSelector: { matchLabels: { ...SCHEMA_REGISTRY_PODS } } };
  const brokers = {
    podSelector: {
      matchLabels: { [CLUSTER_LABEL]: platform.kafka.name, "strimzi.io/name": `${platform.kafka.name}-kafka` },
    },
  };
  return {
    metadata: { name: SCHEMA_REGISTRY_NAME, namespace: kafkaNamespace(platform) },
    spec: {
      podSelector: { matchLabels: { ...SCHEMA_REGISTRY_PODS } },
      policyTypes: ["Ingress", "Egress"],
      ingress: [
        {
          from: [
            {
              namespaceSelector: {
                matchExpressions: [
                  { key: NAMESPACE_LABEL, operator: "In", values: [...platform.schemaRegistry.clientNamespaces] },
                ],
              },
            },
            { podSelector: { matchLabels: workerLabels(platform) } },
            instances,
          ],
          ports: [port("TCP", SCHEMA_REGISTRY_PORT)],
        },
      ],
      egress: [
        { to: [brokers], ports: [port("TCP", LISTENER_PORTS.tls)] },
        { to: [instances], ports: [port("TCP", SCHEMA_REGISTRY_PORT)] },
        {
          to: [
            {
              namespaceSelector: { matchLabels: { [NAMESPACE_LABEL]: DNS.namespace } },
              podSelector: { matchLabels: { ...DNS.labels } },
            },
          ],
          ports: [port("UDP", 53), port("TCP", 53)],
        },
      ],
    },
  };
}

function port(protocol: "TCP" | "UDP", number: number): k8s.NetworkPolicyPort {
  return { protocol, port: k8s.IntOrString.fromNumber(number) };
}
