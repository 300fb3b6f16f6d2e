import { POOL_LABEL } from "../../../config/reference/node-labels";
import type { KubeObject } from "../../kube-object";
import { HEALTH_PORT, METRICS_PORT, type Operator, objectLabels, selectorLabels, WEBHOOK_PORT } from "./operator";

/**
 * The operator's Deployment as the documents print it. Name, namespace, release, image and node pool come from configuration; the rest is the
 * documents' own, mistakes included: `deviations.ts` has what a cluster needs changed.
 *
 * One pod, replaced by stopping it first (`Recreate`): Redis goes on without its operator, and two of them must never fail over the same shard.
 * Every change restarts it.
 *
 * Source: document 000, section 5.
 */
export function documentedDeployment(operator: Operator): KubeObject {
  const { name, namespace, version } = operator;
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: {
      name,
      namespace,
      labels: {
        ...objectLabels(operator),
        "app.kubernetes.io/managed-by": "helm",
        "helm.sh/chart": `${name}-${version}`,
      },
      annotations: {
        "deployment.kubernetes.io/revision": "7",
        "meta.helm.sh/release-name": name,
        "meta.helm.sh/release-namespace": namespace,
      },
    },
    spec: {
      replicas: 1,
      revisionHistoryLimit: 5,
      strategy: { type: "Recreate" },
      selector: { matchLabels: selectorLabels(operator) },
      template: {
        metadata: {
          labels: { ...selectorLabels(operator), "app.kubernetes.io/version": version },
          annotations: {
            "prometheus.io/scrape": "true",
            "prometheus.io/port": `${METRICS_PORT}`,
            "prometheus.io/path": "/metrics",
            "kubectl.kubernetes.io/restartedAt": "2025-09-02T14:30:00Z",
          },
        },
        spec: documentedPod(operator),
      },
    },
  };
}

function documentedPod(operator: Operator) {
  return {
    serviceAccountName: operator.name,
    automountServiceAccountToken: true,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1000,
      fsGroup: 1000,
      seccompProfile: { type: "RuntimeDefault" },
    },
    containers: [documentedContainer(operator)],
    volumes: [{ name: "webhook-certs", secret: { secretName: operator.webhookCertificate } }],
    nodeSelector: { [POOL_LABEL]: operator.nodePool },
    tolerations: [
      { key: "node.kubernetes.io/unreachable", operator: "Exists", effect: "NoExecute", tolerationSeconds: 60 },
    ],
    topologySpreadConstraints: [],
    terminationGracePeriodSeconds: 30,
  };
}

function documentedContainer({ name, image }: Operator) {
  return {
    name,
    image,
    imagePullPolicy: "IfNotPresent",
    ports: [
      { containerPort: METRICS_PORT, name: "metrics", protocol: "TCP" },
      { containerPort: WEBHOOK_PORT, name: "webhook", protocol: "TCP" },
    ],
    resources: { requests: { cpu: "200m", memory: "256Mi" }, limits: { cpu: "500m", memory: "512Mi" } },
    livenessProbe: {
      httpGet: { path: "/healthz", port: METRICS_PORT },
      initialDelaySeconds: 15,
      periodSeconds: 20,
      timeoutSeconds: 5,
      failureThreshold: 3,
    },
    readinessProbe: {
      httpGet: { path: "/readyz", port: METRICS_PORT },
      initialDelaySeconds: 5,
      periodSeconds: 10,
      timeoutSeconds: 3,
      successThreshold: 1,
    },
    env: [
      { name: "WATCH_NAMESPACE", value: "" },
      { name: "OPERATOR_NAME", value: name },
      { name: "LOG_LEVEL", value: "info" },
      { name: "LEADER_ELECT", value: "true" },
      { name: "METRICS_BIND_ADDRESS", value: `:${METRICS_PORT}` },
      { name: "HEALTH_PROBE_BIND_ADDRESS", value: `:${HEALTH_PORT}` },
    ],
    volumeMounts: [{ name: "webhook-certs", mountPath: "/tmp/k8s-webhook-server/serving-certs", readOnly: true }],
  };
}
