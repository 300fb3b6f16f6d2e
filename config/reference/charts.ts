import { ADD_ONS } from "../sections/add-ons";
import type { KubernetesRange } from "./version-support";

/** Where a chart is: one artefact of an OCI registry, or a name in a chart repository. */
export type ChartLocation =
  | { readonly chart: `oci://${string}`; readonly repository?: never }
  | { readonly chart: string; readonly repository: `https://${string}` };

/** A chart, and the application each of its releases carries. */
export interface ChartReference {
  readonly location: ChartLocation;
  /** Chart version to application version, for the releases that a stack may name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Kubernetes minors that these releases support, where upstream names both ends. */
  readonly kubernetes?: KubernetesRange;
  /** Where versions and Kubernetes support are stated. */
  readonly source: string;
}

/** Charts of `vantage:addOns`, and those that belong to Karpenter. */
export const CHART_NAMES = [
  ...ADD_ONS,
  "karpenter",
  "karpenter-crd",
  "cluster-autoscaler",
  "aws-node-termination-handler",
] as const;

/** Name of a chart that the stack knows. */
export type ChartName = (typeof CHART_NAMES)[number];

const PROMETHEUS_COMMUNITY = "https://prometheus-community.github.io/helm-charts";

/**
 * What each chart version installs. Where the documents name an application version, exactly that one is carried; elsewhere it is the newest
 * release known to support Kubernetes 1.29.
 */
export const CHARTS: Readonly<Record<ChartName, ChartReference>> = {
  "cert-manager": {
    location: { chart: "cert-manager", repository: "https://charts.jetstack.io" },
    versions: { "v1.18.6": "v1.18.6" },
    kubernetes: { from: "1.29", to: "1.33" },
    source: "cert-manager.io, Supported Releases: 1.18 supports 1.29 to 1.33; 1.19 begins above 1.29",
  },
  "ingress-nginx": {
    location: { chart: "ingress-nginx", repository: "https://kubernetes.github.io/ingress-nginx" },
    versions: { "4.13.9": "1.13.9" },
    kubernetes: { from: "1.29", to: "1.33" },
    source: "kubernetes/ingress-nginx, README, Supported Versions: 1.13.9 supports 1.29 to 1.33; 1.14 begins at 1.30",
  },
  "metrics-server": {
    location: { chart: "metrics-server", repository: "https://kubernetes-sigs.github.io/metrics-server" },
    versions: { "3.12.2": "0.7.2", "3.13.0": "0.8.0" },
    source:
      "kubernetes-sigs/metrics-server, charts/metrics-server/CHANGELOG.md, and README, compatibility matrix: 0.7 begins at 1.27, 0.8 (charts 3.13) at 1.31; " +
      "it names no last minor",
  },
  velero: {
    location: { chart: "velero", repository: "https://vmware-tanzu.github.io/helm-charts" },
    versions: { "8.6.0": "1.15.2" },
    source: "vmware-tanzu/velero, README, compatibility matrix: 1.15 is the last release tested on 1.29",
  },
  "fluent-bit": {
    location: { chart: "fluent-bit", repository: "https://fluent.github.io/helm-charts" },
    versions: { "0.48.10": "3.2.10" },
    source: "fluent/helm-charts, charts/fluent-bit/Chart.yaml; it names no Kubernetes limit",
  },
  prometheus: {
    location: { chart: "prometheus", repository: PROMETHEUS_COMMUNITY },
    versions: { "25.18.0": "v2.51.0" },
    source: "prometheus-community/helm-charts, tag prometheus-25.18.0; document 000, section 6 (2.51.0)",
  },
  grafana: {
    location: { chart: "grafana", repository: "https://grafana.github.io/helm-charts" },
    versions: { "7.3.8": "10.4.1", "7.3.9": "10.4.1" },
    source: "grafana/helm-charts, tags grafana-7.3.8 and grafana-7.3.9; document 000, section 6 (10.4.1)",
  },
  alertmanager: {
    location: { chart: "alertmanager", repository: PROMETHEUS_COMMUNITY },
    versions: { "1.31.3": "v0.30.1" },
    source: "prometheus-community/helm-charts, charts/alertmanager/Chart.yaml (kubeVersion >= 1.25)",
  },
  "prometheus-node-exporter": {
    location: { chart: "prometheus-node-exporter", repository: PROMETHEUS_COMMUNITY },
    versions: { "4.45.3": "1.9.1" },
    source: "prometheus-community/helm-charts, charts/prometheus-node-exporter/Chart.yaml",
  },
  "strimzi-kafka-operator": {
    location: { chart: "strimzi-kafka-operator", repository: "https://strimzi.io/charts" },
    versions: { "0.42.0": "0.42.0" },
    source: "strimzi/strimzi-kafka-operator 0.42.0, helm-charts; document 002, section 1",
  },
  "local-static-provisioner": {
    location: {
      chart: "local-static-provisioner",
      repository: "https://kubernetes-sigs.github.io/sig-storage-local-static-provisioner",
    },
    versions: { "2.8.0": "2.8.0" },
    source:
      "kubernetes-sigs/sig-storage-local-static-provisioner, helm/provisioner/Chart.yaml; it names no Kubernetes limit",
  },
  "aws-load-balancer-controller": {
    location: { chart: "aws-load-balancer-controller", repository: "https://aws.github.io/eks-charts" },
    versions: { "1.14.1": "v2.14.1" },
    source:
      "kubernetes-sigs/aws-load-balancer-controller, helm chart README: charts from 1.5 on need 1.22; it names no last minor",
  },
  karpenter: {
    location: { chart: "oci://public.ecr.aws/karpenter/karpenter" },
    versions: { "0.37.0": "0.37.0" },
    source: "aws/karpenter-provider-aws v0.37.0, charts/karpenter; tags carry no v since 0.35",
  },
  "karpenter-crd": {
    location: { chart: "oci://public.ecr.aws/karpenter/karpenter-crd" },
    versions: { "0.37.0": "0.37.0" },
    source: "aws/karpenter-provider-aws v0.37.0, charts/karpenter-crd",
  },
  "cluster-autoscaler": {
    location: { chart: "cluster-autoscaler", repository: "https://kubernetes.github.io/autoscaler" },
    versions: { "9.34.1": "1.28.2", "9.59.0": "1.35.0" },
    source:
      "kubernetes/autoscaler, chart releases cluster-autoscaler-9.34.1 and 9.59.0; document 000, section 1 (1.28.2)",
  },
  "aws-node-termination-handler": {
    location: { chart: "oci://public.ecr.aws/aws-ec2/helm/aws-node-termination-handler" },
    versions: { "0.24.0": "1.22.0" },
    source:
      "derived, not read in the chart of that tag: chart and application move together, 0.(n+2).p for 1.n.p (0.18.5 is 1.16.5, " +
      "aws/aws-node-termination-handler pull request 647; 0.21.0 is 1.19.0, issue 892), and issue 1070 names 0.24.0 and pulls 0.24.1 from the OCI repository",
  },
};

/**
 * The newest chart version that carries an application version, where configuration names the application and not the chart.
 *
 * @throws {RangeError} when no known chart carries it
 */
export function chartVersionFor(name: ChartName, application: string): string {
  const carriers = Object.entries(CHARTS[name].versions).filter(([, carried]) => carried === application);
  const newest = carriers.at(-1)?.[0];
  if (newest === undefined) {
    const known = Object.values(CHARTS[name].versions).join(", ");
    throw new RangeError(
      `No chart of ${name} known in config/reference/charts.ts carries ${application}, only ${known}`,
    );
  }
  return newest;
}
