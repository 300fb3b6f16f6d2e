import { stackTags } from "../../config/derived/tags";
import { awayFromDataNodes, spreadOverZones } from "./placement";
import { containerResources } from "./resources";
import { replicasOf, type ValuesContext } from "./values";

/**
 * Values of chart ingress-nginx: the documented number of controllers in different zones, behind a network load balancer, which keeps
 * connections open while pods change.
 *
 * The balancer is made by the cloud provider in the cluster, which provider tags don't reach: its Service names the stack's tags.
 *
 * `externalTrafficPolicy: Local` preserves the client's address; zones without a controller get no traffic from the balancer.
 *
 * Source: document 001, section 11 (2 replicas); kubernetes/ingress-nginx, charts/ingress-nginx/values.yaml; kubernetes/cloud-provider-aws,
 * docs/service_controller.md.
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
          "service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags": tagList(stackTags(platform)),
        },
      },
      metrics: { enabled: true },
      // Snippets let anyone who may write an Ingress run configuration of the whole proxy.
      allowSnippetAnnotations: false,
    },
  };
}

/** Tags as annotations of a Service list them. */
function tagList(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(",");
}
