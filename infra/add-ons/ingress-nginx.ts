import { awayFromDataNodes, spreadOverZones } from "./placement";
import { containerResources } from "./resources";
import { replicasOf, type ValuesContext } from "./values";

/**
 * Values of chart ingress-nginx: the documented number of controllers in different zones, behind a network load balancer, which keeps
 * connections open while pods change.
 *
 * `externalTrafficPolicy: Local` preserves the client's address; zones without a controller get no traffic from the balancer.
 *
 * Source: document 001, section 11 (2 replicas); kubernetes/ingress-nginx, charts/ingress-nginx/values.yaml.
 */
export function ingressNginxValues({ platform }: ValuesContext) {
  return {
    controller: {
      replicaCount: replicasOf(platform, "ingress-nginx"),
      minAvailable: 1,
      affinity: awayFromDataNodes(platform),
      topologySpreadConstraints: spreadOverZones({
        "app.kubernetes.io/name": "ingress-nginx",
        "app.kubernetes.io/component": "controller",
      }),
      resources: containerResources("500m", "512Mi", "1Gi"),
      service: {
        externalTrafficPolicy: "Local",
        annotations: {
          "service.beta.kubernetes.io/aws-load-balancer-type": "nlb",
          "service.beta.kubernetes.io/aws-load-balancer-cross-zone-load-balancing-enabled": "true",
        },
      },
      metrics: { enabled: true },
      // Snippets let anyone who may write an Ingress run configuration of the whole proxy.
      allowSnippetAnnotations: false,
    },
  };
}
