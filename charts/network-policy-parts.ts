import { k8s } from "cdk8s-plus-29";
import type { Platform } from "../config/platform";

/** Label that every namespace has with its own name. Source: Kubernetes, Namespaces, Automatic labelling. */
const NAMESPACE_NAME = "kubernetes.io/metadata.name";

/** Every pod of a namespace. */
export function podsOf(namespace: string): { namespaceSelector: { matchLabels: Record<string, string> } } {
  return { namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: namespace } } };
}

/** Every pod of any of these namespaces. */
export function podsOfAny(namespaces: readonly string[]): k8s.NetworkPolicyPeer {
  return {
    namespaceSelector: { matchExpressions: [{ key: NAMESPACE_NAME, operator: "In", values: [...namespaces] }] },
  };
}

/** What lets Prometheus read the metrics at a port; nothing where the stack has no Prometheus of its own. */
export function fromPrometheus({ addOns }: Platform, port: number): k8s.NetworkPolicyIngressRule[] {
  const namespace = addOns.releases.prometheus?.namespace;
  return namespace === undefined ? [] : [{ from: [podsOf(namespace)], ports: tcp(port) }];
}

/** Ports that are reached by TCP. */
export function tcp(...ports: readonly number[]): k8s.NetworkPolicyPort[] {
  return ports.map((port) => ({ protocol: "TCP", port: k8s.IntOrString.fromNumber(port) }));
}

/** Namespace and pods of CoreDNS, as EKS labels it. Source: EKS user guide, CoreDNS add-on. */
export const DNS_NAMESPACE = "kube-system";
export const DNS_PODS = { podSelector: { matchLabels: { "k8s-app": "kube-dns" } } } as const;

/** Ports of DNS: answers that don't fit a packet are asked for by TCP. */
export function dnsPorts(): k8s.NetworkPolicyPort[] {
  return [{ protocol: "UDP", port: k8s.IntOrString.fromNumber(53) }, ...tcp(53)];
}
