import { k8s } from "cdk8s-plus-29";
import type { KubeObject } from "../../../charts/kube-object";
import { CLUSTER_BACKUP } from "../../../charts/lab/cluster-backup/cluster-backup";
import { LAB_PARTS, type LabPlatform } from "../../../charts/lab/lab";
import { LAB_MONITORING } from "../../../charts/lab/monitoring/lab-monitoring";
import { SRE_SHOP } from "../../../charts/lab/shop/shop";
import { applyLedger, type Deviation } from "../../../charts/ledger";
import { findings } from "../../../charts/manifests";
import { NAMESPACES } from "../../../charts/namespaces/namespaces";
import { documentedRendering } from "../../../charts/synthesize";
import { chartsOf, type SystemChart } from "../../../charts/system-chart";
import { priorityClasses } from "../../../charts/workloads/priority-classes";
import { withParts } from "../../../config/parts";
import { toPlatform } from "../../../config/platform";
import { type StackInput, stackSchema } from "../../../config/stack-schema";
import { prodInput } from "../../infra/prod-platform";

/** Buckets and identities, as the stack of the lab has them. */
const STORAGE = {
  buckets: {
    "prometheus-long-term-storage": {
      purpose: "Blocks of the lab's Prometheus",
      encryption: "s3",
      lifecycle: [{ id: "blocks", expiration: "365d", noncurrentExpiration: "7d" }],
    },
    "your-backup-bucket": {
      purpose: "Daily exports of Kubernetes' objects",
      encryption: "s3",
      lifecycle: [{ id: "exports", prefix: "k8s-backups/", expiration: "30d", noncurrentExpiration: "7d" }],
    },
  },
  identities: {
    "prometheus-blocks": {
      namespace: "monitoring",
      serviceAccount: "prometheus",
      bucket: "prometheus-long-term-storage",
      prefixes: [""],
      access: "read-write",
    },
    "cluster-backup": {
      namespace: "cluster-backup",
      serviceAccount: "cluster-backup",
      bucket: "your-backup-bucket",
      prefixes: ["k8s-backups/"],
      access: "write",
    },
  },
} satisfies StackInput["storage"];

/** What the stack file of the lab says of its charts: what the document states, and images. */
export function labSections() {
  return {
    labMonitoring: {
      runbooks: "https://wiki.company.com/runbooks",
      images: {
        prometheus: "quay.io/prometheus/prometheus:v2.51.0",
        thanos: "quay.io/thanos/thanos:v0.34.1",
        grafana: "docker.io/grafana/grafana:10.4.0",
        alertmanager: "quay.io/prometheus/alertmanager:v0.30.1",
        kubeStateMetrics: "registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.11.0",
        nodeExporter: "quay.io/prometheus/node-exporter:v1.9.1",
      },
    },
    shop: {
      backend: { image: "stefanprodan/podinfo:6.5.0" },
      traffic: { image: "docker.io/curlimages/curl:8.9.1" },
    },
    clusterBackup: { image: "docker.io/alpine/k8s:1.29.14" },
  };
}

type Sections = ReturnType<typeof labSections>;

/** The lab's part of a stack file after a change to its sections. */
export function labInput(change: (sections: Sections & Record<string, object>) => void = () => {}) {
  const sections = labSections() as Sections & Record<string, object>;
  change(sections);
  const restricted = { podSecurity: "restricted" as const };
  return {
    ...sections,
    namespaces: { monitoring: restricted, "sre-shop": restricted, "cluster-backup": restricted },
    storage: STORAGE,
  };
}

/** The platform of the lab after a change to its sections. What its charts don't read is prod's. */
export function labPlatform(change?: Parameters<typeof labInput>[0]): LabPlatform {
  const prod = prodInput();
  const input = {
    ...prod,
    ...labInput(change),
    aws: { ...prod.aws, region: "eu-central-1" },
    cluster: { ...prod.cluster, name: "sre-training-cluster" },
  };
  return withParts(toPlatform("sre-lab", stackSchema.parse(input)), ...LAB_PARTS);
}

/** The lab after such a change. */
export const lab = labPlatform;

/** The charts of the lab, in their order. */
export const LAB_CHARTS = [LAB_MONITORING, SRE_SHOP, CLUSTER_BACKUP] as const;

/** The classes that pods name; in the stack they are the workloads' chart's. */
const CLASSES: SystemChart = {
  name: "priority-classes",
  folder: "charts/workloads",
  appliedBy: "pulumi",
  build: (chart) => {
    for (const one of priorityClasses()) new k8s.KubePriorityClass(chart, `${one.metadata?.name}`, one);
  },
};

/** What the documents say of the lab, with the namespaces and classes that it needs. */
export function documentedLab(platform = labPlatform()): readonly KubeObject[] {
  return documentedRendering(platform, chartsOf(platform, [NAMESPACES, CLASSES, ...LAB_CHARTS])).flatMap(
    ({ objects }) => objects,
  );
}

/** The ledger of the lab. */
export function labLedger(platform = labPlatform()): readonly Deviation[] {
  return LAB_CHARTS.flatMap((chart) => chart.deviations?.(platform) ?? []);
}

/** What is deployed. */
export function deployedLab(platform = labPlatform()): readonly KubeObject[] {
  return applyLedger(documentedLab(platform), labLedger(platform));
}

/** What the semantic checks find, as `check: message`. */
export function foundInLab(objects: readonly KubeObject[], platform = labPlatform()): readonly string[] {
  return findings(platform, objects).map(({ check, object, message }) => `${check}: ${object.name}: ${message}`);
}
