import type { k8s } from "cdk8s-plus-29";
import type { Lab } from "../lab";
import { monitoringMetadata } from "./names";

/**
 * Nobody but the monitoring itself talks to it: Grafana and Prometheus, Prometheus and the exporters. People come by port-forward, as documented, which the
 * kubelet always lets in. What goes out isn't limited: kubelets, the API server, the bucket and the services that are told have no addresses that
 * hold.
 *
 * Source: document 003, section 1 (Monitoring Stack Verification); Kubernetes, Network Policies.
 */
export function monitoringNetworkPolicy(lab: Lab): k8s.KubeNetworkPolicyProps {
  return {
    metadata: monitoringMetadata(lab, "own-namespace-only"),
    spec: { podSelector: {}, policyTypes: ["Ingress"], ingress: [{ from: [{ podSelector: {} }] }] },
  };
}
