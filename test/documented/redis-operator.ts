/** Document 000, section 5. */
export const REDIS_OPERATOR_DEPLOYMENT = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: {
    name: "redis-operator",
    namespace: "redis-system",
    labels: {
      "app.kubernetes.io/name": "redis-operator",
      "app.kubernetes.io/version": "2.4.1",
      "app.kubernetes.io/managed-by": "helm",
      "app.kubernetes.io/component": "operator",
      "app.kubernetes.io/part-of": "redis-infrastructure",
      "helm.sh/chart": "redis-operator-2.4.1",
    },
    annotations: {
      "deployment.kubernetes.io/revision": "7",
      "meta.helm.sh/release-name": "redis-operator",
      "meta.helm.sh/release-namespace": "redis-system",
    },
  },
  spec: {
    replicas: 1,
    revisionHistoryLimit: 5,
    strategy: { type: "Recreate" },
    selector: { matchLabels: { "app.kubernetes.io/name": "redis-operator" } },
    template: {
      metadata: {
        labels: { "app.kubernetes.io/name": "redis-operator", "app.kubernetes.io/version": "2.4.1" },
        annotations: {
          "prometheus.io/scrape": "true",
          "prometheus.io/port": "8080",
          "prometheus.io/path": "/metrics",
          "kubectl.kubernetes.io/restartedAt": "2025-09-02T14:30:00Z",
        },
      },
      spec: {
        serviceAccountName: "redis-operator",
        automountServiceAccountToken: true,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 1000,
          fsGroup: 1000,
          seccompProfile: { type: "RuntimeDefault" },
        },
        containers: [
          {
            name: "redis-operator",
            image: "redis-operator/redis-operator:v2.4.1",
            imagePullPolicy: "IfNotPresent",
            ports: [
              { containerPort: 8080, name: "metrics", protocol: "TCP" },
              { containerPort: 9443, name: "webhook", protocol: "TCP" },
            ],
            resources: { requests: { cpu: "200m", memory: "256Mi" }, limits: { cpu: "500m", memory: "512Mi" } },
            livenessProbe: {
              httpGet: { path: "/healthz", port: 8080 },
              initialDelaySeconds: 15,
              periodSeconds: 20,
              timeoutSeconds: 5,
              failureThreshold: 3,
            },
            readinessProbe: {
              httpGet: { path: "/readyz", port: 8080 },
              initialDelaySeconds: 5,
              periodSeconds: 10,
              timeoutSeconds: 3,
              successThreshold: 1,
            },
            env: [
              { name: "WATCH_NAMESPACE", value: "" },
              { name: "OPERATOR_NAME", value: "redis-operator" },
              { name: "LOG_LEVEL", value: "info" },
              { name: "LEADER_ELECT", value: "true" },
              { name: "METRICS_BIND_ADDRESS", value: ":8080" },
              { name: "HEALTH_PROBE_BIND_ADDRESS", value: ":8081" },
            ],
            volumeMounts: [
              { name: "webhook-certs", mountPath: "/tmp/k8s-webhook-server/serving-certs", readOnly: true },
            ],
          },
        ],
        volumes: [{ name: "webhook-certs", secret: { secretName: "redis-operator-webhook-certs" } }],
        nodeSelector: { "node.kubernetes.io/pool": "worker-general-v5" },
        tolerations: [
          {
            key: "node.kubernetes.io/unreachable",
            operator: "Exists",
            effect: "NoExecute",
            tolerationSeconds: 60,
          },
        ],
        topologySpreadConstraints: [],
        terminationGracePeriodSeconds: 30,
      },
    },
  },
};
