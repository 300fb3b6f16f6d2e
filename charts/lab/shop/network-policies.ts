import type { k8s } from "cdk8s-plus-29";
import { DNS_NAMESPACE, DNS_PODS, dnsPorts, podsOf, tcp } from "../../network-policy-parts";
import type { Lab } from "../lab";
import { COMPONENTS } from "../monitoring/names";
import { podLabels } from "../pods";
import { SHOP } from "./names";

const TO_DNS = { to: [{ ...podsOf(DNS_NAMESPACE), ...DNS_PODS }], ports: dnsPorts() };

/**
 * Who talks to whom in the shop: nobody, unless it is named here. Customers and Prometheus call the backend; the backend calls nobody; both may
 * ask DNS, the backend for the documented debugging. The kubelet's probes and port-forwards are always let in.
 *
 * Source: document 003, sections 3 (Weekly Security Checklist: network segmentation) and 5 (Pattern 2: nslookup); Kubernetes, Network Policies.
 */
export function shopNetworkPolicies({ shop, labMonitoring }: Lab): readonly k8s.KubeNetworkPolicyProps[] {
  const { namespace } = shop;
  const policyTypes = ["Ingress", "Egress"];
  const prometheus = {
    ...podsOf(labMonitoring.namespace),
    podSelector: { matchLabels: podLabels(COMPONENTS.prometheus) },
  };
  const customers = { podSelector: { matchLabels: podLabels(SHOP.traffic) } };
  const backend = { podSelector: { matchLabels: podLabels(SHOP.backend) } };
  return [
    { metadata: { name: "default-deny", namespace }, spec: { podSelector: {}, policyTypes } },
    {
      metadata: { name: SHOP.backend, namespace },
      spec: {
        ...backend,
        policyTypes,
        ingress: [{ from: [customers, prometheus], ports: tcp(SHOP.port) }],
        egress: [TO_DNS],
      },
    },
    {
      metadata: { name: SHOP.traffic, namespace },
      spec: { ...customers, policyTypes, egress: [{ to: [backend], ports: tcp(SHOP.port) }, TO_DNS] },
    },
  ];
}
