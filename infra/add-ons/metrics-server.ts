import { awayFromDataNodes, spreadOverZones } from "./placement";
import { containerResources } from "./resources";
import { replicasOf, type ValuesContext } from "./values";

/**
 * Values of chart metrics-server: what a pod uses now, which every HorizontalPodAutoscaler goes by, those of the mesh's control plane and gateways among
 * them, and `kubectl top`. EKS brings none. Each pod reads all kubelets; one may go at a time.
 *
 * Requests are upstream's for up to 100 nodes, 7,000 pods and 100 autoscaled Deployments; the limit is twice that, for Karpenter's nodes beside the pools'.
 *
 * The API server calls it without checking its certificate, the chart's default, since each pod signs its own at its start; the calls stay between the control
 * plane and the nodes. Chart 3.13 can have cert-manager issue one, but brings 0.8, which begins at Kubernetes 1.31. Kubelets' certificates are checked: EKS'
 * nodes have theirs from the cluster's CA.
 *
 * Source: kubernetes-sigs/metrics-server, charts/metrics-server (values.yaml, templates/deployment.yaml and pdb.yaml, CHANGELOG.md) and README, Scaling.
 */
export function metricsServerValues({ platform }: ValuesContext) {
  return {
    replicas: replicasOf(platform, "metrics-server"),
    // Not minAvailable, which would let no node be drained where there is one pod.
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    affinity: awayFromDataNodes(platform),
    topologySpreadConstraints: spreadOverZones({ "app.kubernetes.io/name": "metrics-server" }),
    resources: containerResources("100m", "200Mi", "400Mi"),
  };
}
