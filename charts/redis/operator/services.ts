import { k8s } from "cdk8s-plus-29";
import { METRICS_PORT, type Operator, objectLabels, selectorLabels } from "./operator";

/** Port at which the API server calls a webhook's Service unless told otherwise. Source: Kubernetes 1.29 API, ServiceReference.port. */
const WEBHOOK_SERVICE_PORT = 443;

/** Where the operator's metrics are read by name. Prometheus finds the pod itself, by the documented annotations. */
export function metricsService(operator: Operator): k8s.KubeServiceProps {
  return service(operator, operator.metricsService, { name: "metrics", port: METRICS_PORT });
}

/**
 * Where the API server finds the webhook server, under the name of its certificate.
 *
 * There is no webhook configuration that refers to it. A webhook admits objects of a kind: the operator's own kinds have no public definition and none here,
 * and for pods or StatefulSets a dead operator would keep the namespace from starting any. The server's paths aren't documented either. Service and
 * certificate are there because the pod mounts the certificate and doesn't start without it.
 *
 * Source: document 000, section 5 (port webhook, webhook-certs); compatibility page, R7.
 */
export function webhookService(operator: Operator): k8s.KubeServiceProps {
  return service(operator, operator.webhookService, { name: "webhook", port: WEBHOOK_SERVICE_PORT });
}

/** A Service for one port of the pod, by the port's name. */
function service(operator: Operator, name: string, port: { readonly name: string; readonly port: number }) {
  return {
    metadata: { name, namespace: operator.namespace, labels: objectLabels(operator) },
    spec: {
      type: "ClusterIP",
      selector: selectorLabels(operator),
      ports: [{ ...port, protocol: "TCP", targetPort: k8s.IntOrString.fromString(port.name) }],
    },
  };
}
