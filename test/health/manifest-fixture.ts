import type { KubeObject } from "../../charts/kube-object";

/** A Deployment of one container with its Service, as a chart renders them. */
export function deployed(
  name: string,
  image: string,
  port: { readonly service: number; readonly container: number },
  namespace = "monitoring",
): readonly KubeObject[] {
  const labels = { app: name };
  const container = { name, image, ports: [{ name: "web", containerPort: port.container }] };
  return [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name, namespace },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: { metadata: { labels: { ...labels, tier: "back" } }, spec: { containers: [container] } },
      },
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name, namespace },
      spec: { selector: labels, ports: [{ name: "http", port: port.service, targetPort: "web" }] },
    },
  ];
}

/** A monitoring stack as small as it gets. */
export function monitoringObjects(): readonly KubeObject[] {
  return [
    ...deployed("prometheus", "prom/prometheus:v2.51.0", { service: 9090, container: 9090 }),
    ...deployed("grafana", "docker.io/grafana/grafana:10.4.1", { service: 80, container: 3000 }),
    ...deployed("alertmanager", "quay.io/prometheus/alertmanager:v0.27.0", { service: 9093, container: 9093 }),
  ];
}
