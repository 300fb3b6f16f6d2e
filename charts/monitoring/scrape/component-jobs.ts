import type { PanelSource } from "../dashboards/panel-metrics";

/**
 * Jobs of the server's chart that the stack relies on, with the labels that they give each series beside `job` and `instance`. `*` stands for every
 * label of the pod, or of the Service.
 *
 * Source: prometheus-community/helm-charts 25.18.0, charts/prometheus/values.yaml (scrape_configs).
 */
export const CHART_JOBS = {
  /** Pods with the annotation prometheus.io/scrape. */
  "kubernetes-pods": ["*", "namespace", "pod", "node"],
  /** Pods behind Services with the annotation prometheus.io/scrape. */
  "kubernetes-service-endpoints": ["*", "namespace", "service", "node"],
  /** Kubelets, through the API server. */
  "kubernetes-nodes": ["*"],
  /** Containers as kubelets see them, through the API server. */
  "kubernetes-nodes-cadvisor": ["*"],
  /** The server itself. */
  prometheus: [],
} as const;

/**
 * Which job reads each component: one of the chart's, or one of `scrapeJobs`. A component that no job reads exports for nobody; a test holds the
 * two together.
 *
 * Annotations by which the chart's jobs find them: Redis' exporters in charts/redis; Alertmanager in infra/add-ons/alertmanager.ts; istiod, gateways and sidecars get theirs from Istio's charts
 * and injector, cert-manager's pods from its chart (templates/deployment.yaml of v1.18.6, port 9402), kube-state-metrics' and CoreDNS' Services from theirs.
 */
export const COMPONENT_JOBS: Readonly<Record<PanelSource, string>> = {
  "node-exporter": "node-exporter",
  "kube-state-metrics": "kubernetes-service-endpoints",
  kubelet: "kubernetes-nodes",
  cadvisor: "kubernetes-nodes-cadvisor",
  coredns: "kubernetes-service-endpoints",
  prometheus: "prometheus",
  alertmanager: "kubernetes-pods",
  "redis-exporter": "kubernetes-pods",
  "kafka-brokers": "strimzi",
  "kafka-connect-workers": "strimzi",
  karpenter: "karpenter",
  "termination-handler": "node-termination-handler",
  istiod: "kubernetes-pods",
  "istio-proxy": "kubernetes-pods",
  "cert-manager": "kubernetes-pods",
  "etcd-prod": "etcd",
};
