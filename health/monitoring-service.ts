import { type KubeObject, valueAt } from "../charts/kube-object";

/** A part of the monitoring stack, by what it is and not by what a stack calls it. */
export interface MonitoringPart {
  /** For readers. */
  readonly title: string;
  /** Last part of the image's name, the same in every registry. */
  readonly image: string;
  /** Port that it listens on unless told otherwise. Source: document 003, section 1 (Morning Health Check Routine), step 3. */
  readonly port: number;
}

export const PROMETHEUS: MonitoringPart = { title: "Prometheus", image: "prometheus", port: 9090 };
export const GRAFANA: MonitoringPart = { title: "Grafana", image: "grafana", port: 3000 };
export const ALERTMANAGER: MonitoringPart = { title: "Alertmanager", image: "alertmanager", port: 9093 };

interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
}

interface Container {
  readonly image?: string;
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[];
}

/**
 * Path of the API server under which a part answers: the first Service of the manifests that picks pods with its image, at the port that leads to its own.
 * Undefined where the manifests have none: what Helm installs is not in them.
 *
 * Source: Kubernetes documentation, "Access Services Running on Clusters" (`/api/v1/namespaces/NAMESPACE/services/NAME:PORT/proxy`).
 */
export function proxyPath(part: MonitoringPart, objects: readonly KubeObject[]): string | undefined {
  const workloads = objects.filter((object) => containerOf(part, object) !== undefined);
  for (const service of objects) {
    if (service.apiVersion !== "v1" || service.kind !== "Service") continue;
    const workload = workloads.find((candidate) => picks(service, candidate));
    const container = workload && containerOf(part, workload);
    const port = container && portOf(service, container, part.port);
    const { namespace, name } = service.metadata;
    if (port !== undefined) return `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
  }
  return undefined;
}

function containerOf({ image }: MonitoringPart, workload: KubeObject): Container | undefined {
  const containers = valueAt(workload, ["spec", "template", "spec", "containers"]);
  if (!Array.isArray(containers)) return undefined;
  return (containers as readonly Container[]).find((container) => imageName(container.image ?? "") === image);
}

/** `grafana` of `docker.io/grafana/grafana:10.4.1@sha256:...`. */
function imageName(reference: string): string {
  const path = reference.split("@")[0] ?? "";
  return (path.split("/").at(-1) ?? "").split(":")[0] ?? "";
}

function picks(service: KubeObject, workload: KubeObject): boolean {
  const selector = valueAt(service, ["spec", "selector"]) as Readonly<Record<string, string>> | undefined;
  const labels = valueAt(workload, ["spec", "template", "metadata", "labels"]) as
    | Readonly<Record<string, string>>
    | undefined;
  if (selector === undefined || service.metadata.namespace !== workload.metadata.namespace) return false;
  return Object.entries(selector).every(([key, value]) => labels?.[key] === value);
}

/** The Service's port that leads to the part's own; of a Service with one port, that one. */
function portOf(service: KubeObject, container: Container, own: number): number | undefined {
  const ports = (valueAt(service, ["spec", "ports"]) ?? []) as readonly ServicePort[];
  const leadsTo = ({ port, targetPort = port }: ServicePort) =>
    typeof targetPort === "number"
      ? targetPort
      : container.ports?.find(({ name }) => name === targetPort)?.containerPort;
  const [only, ...more] = ports;
  return (ports.find((port) => leadsTo(port) === own) ?? (more.length === 0 ? only : undefined))?.port;
}
