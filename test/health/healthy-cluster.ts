import { readFileSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import type { KubeObject } from "../../charts/kube-object";
import type { ControlPlane } from "../cluster/control-plane/control-plane";
import { CERTIFICATE_FOLDER } from "../cluster/control-plane/process-flags";
import { monitoringObjects } from "./manifest-fixture";

export const NAMESPACE = "monitoring";

/** What the pods of the monitoring stack answer, by path; a test changes it and puts it back. */
export const ANSWERS: Readonly<Record<"prometheus" | "grafana" | "alertmanager", Record<string, string>>> = {
  prometheus: {
    "/-/healthy": "Prometheus Server is Healthy.\n",
    "/-/ready": "Prometheus Server is Ready.\n",
    "/api/v1/targets?state=active": targets("up"),
  },
  grafana: { "/api/health": '{"commit":"03f502a","database":"ok","version":"10.4.1"}' },
  alertmanager: { "/-/healthy": "OK", "/-/ready": "OK" },
};

/** Prometheus' answer with one target. */
export function targets(health: string, lastError = ""): string {
  const activeTargets = [{ labels: { job: "till", instance: "10.0.0.7:8080" }, health, lastError }];
  return JSON.stringify({ status: "success", data: { activeTargets } });
}

/** Addresses of the pods, by the name of their Service. */
const POD_ADDRESSES: Readonly<Record<string, string>> = {
  prometheus: "10.0.0.11",
  grafana: "10.0.0.12",
  alertmanager: "10.0.0.13",
};

/** The pods, for a network of them. A path without an answer is that of a part that isn't well. */
export const MONITORING_PODS: Readonly<Record<string, RequestListener>> = {
  "10.0.0.11:9090": answering(ANSWERS.prometheus),
  "10.0.0.12:3000": answering(ANSWERS.grafana),
  "10.0.0.13:9093": answering(ANSWERS.alertmanager),
};

function answering(answers: Record<string, string>) {
  return ({ url = "" }: IncomingMessage, response: ServerResponse) => {
    // The API server passes on what kubectl means for it: the time that the request may take.
    const answer = answers[url.replace(/[?&]timeout=\w+$/, "")];
    response.statusCode = answer === undefined ? 503 : 200;
    response.end(answer ?? "Service Unavailable");
  };
}

/** Definition of what the metrics server serves: the API is the same, whoever serves it. It isn't in the healthy cluster to begin with. */
export const METRICS: KubeObject = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "nodes.metrics.k8s.io", annotations: { "api-approved.kubernetes.io": "unapproved, for a test" } },
  spec: {
    group: "metrics.k8s.io",
    scope: "Cluster",
    names: { kind: "NodeMetrics", listKind: "NodeMetricsList", plural: "nodes", singular: "node" },
    versions: [
      {
        name: "v1beta1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
      },
    ],
  },
};

export const METRICS_OF_NODE: KubeObject = {
  apiVersion: "metrics.k8s.io/v1beta1",
  kind: "NodeMetrics",
  metadata: { name: "node-1" },
  usage: { cpu: "156340123n", memory: "1234567Ki" },
};

export const NODE: KubeObject = {
  apiVersion: "v1",
  kind: "Node",
  metadata: { name: "node-1" },
  status: {
    allocatable: { cpu: "3920m", memory: "14946844Ki" },
    conditions: [{ type: "Ready", status: "True", reason: "KubeletReady" }],
  },
};

export const POD: KubeObject = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "till-0", namespace: NAMESPACE },
  spec: { containers: [{ name: "till", image: "till:1" }] },
  status: { phase: "Running", containerStatuses: [] },
};

/** The pod of a Service: the API server passes requests on to addresses that a pod has, and to no others. */
function podOf(service: string): KubeObject {
  const ip = POD_ADDRESSES[service] ?? "";
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: service, namespace: NAMESPACE },
    spec: { containers: [{ name: service, image: `${service}:1` }] },
    status: { phase: "Running", podIP: ip, podIPs: [{ ip }] },
  };
}

/** Who answers for a Service: as the documents read it and the API server looks it up, and as the check reads it. */
export function endpointsOf(service: string, ready = true): readonly KubeObject[] {
  const metadata = { name: service, namespace: NAMESPACE };
  const address = POD_ADDRESSES[service] ?? "";
  const port = Number(
    Object.keys(MONITORING_PODS)
      .find((pod) => pod.startsWith(address))
      ?.split(":")[1],
  );
  const ports = [{ name: "http", port }];
  const targetRef = { kind: "Pod", name: service, namespace: NAMESPACE };
  const addresses = { [ready ? "addresses" : "notReadyAddresses"]: [{ ip: address, targetRef }] };
  return [
    { apiVersion: "v1", kind: "Endpoints", metadata, subsets: [{ ...addresses, ports }] },
    {
      apiVersion: "discovery.k8s.io/v1",
      kind: "EndpointSlice",
      metadata: { ...metadata, labels: { "kubernetes.io/service-name": service } },
      addressType: "IPv4",
      ports,
      endpoints: [{ addresses: [address], conditions: { ready } }],
    } as KubeObject,
  ];
}

/** A Secret of a certificate, by its chain in PEM. */
export function tlsSecret(chain: string): KubeObject {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  return {
    apiVersion: "v1",
    kind: "Secret",
    type: "kubernetes.io/tls",
    metadata: { name: "till-tls", namespace: NAMESPACE },
    data: { "tls.crt": base64(chain), "tls.key": base64("nobody's") },
  };
}

/** Status of a workload of one replica. */
export function withReplicas(workload: KubeObject, readyReplicas: number): KubeObject {
  return { ...workload, status: { replicas: 1, readyReplicas, availableReplicas: readyReplicas } };
}

/** Writes a cluster in which all is well, as its controllers and nodes would have made it. */
export async function writeHealthyCluster({ api, folder }: ControlPlane): Promise<void> {
  await api.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: NAMESPACE } });
  await api.apply({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default", namespace: NAMESPACE } });
  for (const object of [NODE, POD, ...Object.keys(POD_ADDRESSES).map(podOf)]) {
    await api.apply(object);
    await api.applyStatus(object);
  }
  for (const object of monitoringObjects()) {
    await api.apply(object);
    if (object.kind === "Deployment") await api.applyStatus(withReplicas(object, 1));
  }
  for (const object of Object.keys(POD_ADDRESSES).flatMap((service) => endpointsOf(service))) await api.apply(object);
  // One that lasts a year: the API server has just made it for itself.
  await api.apply(tlsSecret(readFileSync(join(folder, CERTIFICATE_FOLDER, "apiserver.crt"), "utf8")));
}
