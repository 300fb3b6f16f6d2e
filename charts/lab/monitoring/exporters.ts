import { k8s } from "cdk8s-plus-29";
import { SERVICE_CLASS } from "../../../config/reference/priority-classes";
import type { Lab } from "../lab";
import { answers, contained, podLabels, restrictedPod } from "../pods";
import { COMPONENTS, monitoringMetadata, PORTS } from "./names";
import { STATE_RESOURCES } from "./rights";

/** User of both images. Source: prometheus/node_exporter and kubernetes/kube-state-metrics, Dockerfiles (nobody). */
const NOBODY = 65_534;

/**
 * kube-state-metrics: what the API server says of pods, nodes and autoscalers.
 *
 * Source: kubernetes/kube-state-metrics, docs/cli-arguments.md.
 */
export function stateMetricsDeployment(lab: Lab): k8s.KubeDeploymentProps {
  const name = COMPONENTS.kubeStateMetrics;
  const labels = podLabels(name);
  return {
    metadata: { ...monitoringMetadata(lab, name), labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      // Two at once would count every pod twice.
      strategy: { type: "Recreate" },
      template: {
        metadata: { labels },
        spec: {
          ...restrictedPod(NOBODY),
          serviceAccountName: name,
          priorityClassName: SERVICE_CLASS,
          containers: [
            {
              name,
              image: lab.labMonitoring.images.kubeStateMetrics,
              args: [
                `--port=${PORTS.kubeStateMetrics}`,
                `--telemetry-port=${PORTS.kubeStateMetricsOwn}`,
                `--resources=${Object.values(STATE_RESOURCES).flat().sort().join(",")}`,
              ],
              ports: [
                { name: "http", containerPort: PORTS.kubeStateMetrics, protocol: "TCP" },
                { name: "telemetry", containerPort: PORTS.kubeStateMetricsOwn, protocol: "TCP" },
              ],
              ...contained("20m", "64Mi", "128Mi"),
              readinessProbe: answers("/", "telemetry", { periodSeconds: 10, failureThreshold: 3 }),
              livenessProbe: answers("/healthz", "http", { periodSeconds: 20, failureThreshold: 3 }),
            },
          ],
        },
      },
    },
  };
}

/**
 * What a node's processors and memory do. It runs as any other pod, without the node's network, processes or folders: `/proc/stat` and `/proc/meminfo` are the node's in every
 * container. What needs more is off; disks are measured by the kubelet.
 *
 * Source: prometheus/node_exporter 1.9.1, README (collectors) and collector/cpu_linux.go.
 */
export function nodeExporterSet(lab: Lab): k8s.KubeDaemonSetProps {
  const name = COMPONENTS.nodeExporter;
  const labels = podLabels(name);
  return {
    metadata: { ...monitoringMetadata(lab, name), labels },
    spec: {
      selector: { matchLabels: labels },
      updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: k8s.IntOrString.fromString("10%") } },
      template: {
        metadata: { labels },
        spec: {
          ...restrictedPod(NOBODY),
          serviceAccountName: name,
          automountServiceAccountToken: false,
          priorityClassName: SERVICE_CLASS,
          tolerations: [{ operator: "Exists" }],
          containers: [
            {
              name,
              image: lab.labMonitoring.images.nodeExporter,
              args: [
                `--web.listen-address=:${PORTS.nodeExporter}`,
                "--collector.disable-defaults",
                "--collector.cpu",
                "--collector.loadavg",
                "--collector.meminfo",
              ],
              ports: [{ name: "http", containerPort: PORTS.nodeExporter, protocol: "TCP" }],
              ...contained("10m", "24Mi", "48Mi"),
              readinessProbe: answers("/", "http", { periodSeconds: 10, failureThreshold: 3 }),
              livenessProbe: answers("/", "http", { periodSeconds: 20, failureThreshold: 3 }),
            },
          ],
        },
      },
    },
  };
}
