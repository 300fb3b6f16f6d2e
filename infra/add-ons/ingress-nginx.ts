import { stackTags } from "../../config/derived/tags";
import { NO_SIDECAR, SIDECAR_RESOURCES } from "../../config/reference/sidecar";
import { awayFromDataNodes, spreadOverZones } from "./placement";
import { containerResources } from "./resources";
import { replicasOf, type ValuesContext } from "./values";

/** CPU that a controller asks for, and its sidecar with it: every request passes both. */
const CPU = "500m";

/** Port at which a controller has its metrics. Source: kubernetes/ingress-nginx, charts/ingress-nginx/values.yaml (metrics.port). */
const METRICS_PORT = 10254;

/**
 * Annotations of the controller's pods: a client of the mesh, and no server of it.
 *
 * No inbound port goes through the sidecar, because who comes in has no certificate of the mesh: clients outside, with TLS that NGINX ends and
 * addresses that it passes on, and the API server, which calls the admission webhook. All that goes out does go through it.
 *
 * The metrics' annotations are for the sidecar: it reads NGINX there and answers for both at its own port.
 *
 * Source: istio.io/api 1.22.4, annotation/annotations.yaml; Istio 1.22.4, tools/istio-iptables/pkg/capture/run.go (handleInboundPortsInclude) and
 * pkg/kube/inject/webhook.go (applyPrometheusMerge).
 */
export function meshClientAnnotations(): Readonly<Record<string, string>> {
  const { requests, limits } = SIDECAR_RESOURCES;
  return {
    "traffic.sidecar.istio.io/includeInboundPorts": "",
    // One of the four alone would take away Istio's defaults for the others.
    "sidecar.istio.io/proxyCPU": CPU,
    "sidecar.istio.io/proxyMemory": `${requests.memory}`,
    "sidecar.istio.io/proxyCPULimit": `${limits.cpu}`,
    "sidecar.istio.io/proxyMemoryLimit": `${limits.memory}`,
    "prometheus.io/scrape": "true",
    "prometheus.io/port": `${METRICS_PORT}`,
  };
}

/**
 * Values of chart ingress-nginx: the documented number of controllers in different zones, behind a network load balancer, which keeps
 * connections open while pods change.
 *
 * The balancer is made by the cloud provider in the cluster, which provider tags don't reach: its Service names the stack's tags.
 *
 * `externalTrafficPolicy: Local` preserves the client's address; zones without a controller get no traffic from the balancer.
 *
 * Requests go to the Service's address (`service-upstream`), which a sidecar knows; that of a pod would be passed on in plaintext, and refused. The
 * other half is in each Ingress, since no setting of the controller has it: docs/ingress.md. The Jobs that make the webhook's certificate have no
 * sidecar: they speak to the API server alone, and it must not keep them from ending.
 *
 * Source: document 001, section 11 (2 replicas); kubernetes/ingress-nginx, charts/ingress-nginx/values.yaml and pull request 7469
 * (service-upstream in the ConfigMap); kubernetes/cloud-provider-aws, docs/service_controller.md.
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
      resources: containerResources(CPU, "512Mi", "1Gi"),
      podAnnotations: meshClientAnnotations(),
      admissionWebhooks: { patch: { labels: NO_SIDECAR } },
      config: { "service-upstream": "true" },
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
