import { stringify } from "yaml";
import { PHASES } from "../../../config/derived/karpenter-phase";
import type { PlatformWith } from "../../../config/parts";
import { type Optional, when, whenMany } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { ETCD_CLIENT } from "../../../config/reference/monitoring-files";
import { POOL_LABEL, ZONE_LABEL } from "../../../config/reference/node-labels";
import { TERMINATION_HANDLER_NAME } from "../../../config/reference/termination-handler";
import { kafkaNamespace } from "../../kafka/strimzi";
import { copy, kubernetesMeta, podJob, type ScrapeJob } from "./scrape-job";

/** Namespace of what cluster-autoscaler's and the termination handler's charts install. Source: document 000, section 1. */
const NODE_AGENTS_NAMESPACE = "kube-system";

/** Port at which cluster-autoscaler has its metrics; its container gives it no name. Source: document 000, section 6. */
const AUTOSCALER_PORT = 8085;

/** Port of etcd's clients, metrics among them. Source: document 001, section 9. */
const ETCD_PORT = 2379;

/** Port of node-exporter on every node. Source: document 000, section 6 (instance ip-10-42-22-56:9100). */
const NODE_EXPORTER_PORT = 9100;

/**
 * What Prometheus reads beside the jobs of its chart. Those find pods and Services by their annotations (Redis' exporters, the Redis operator,
 * istiod, the gateways, every sidecar with what its pod exports, cert-manager, Velero, CoreDNS, kube-state-metrics), the API servers, and the
 * kubelets with the containers they run.
 *
 * Namespaces that demand mutual TLS are read all the same: a sidecar answers for itself and its pod at port 15020, which it leaves open, and data
 * stores and operators have no sidecar.
 *
 * Source: prometheus-community/helm-charts 25.18.0, charts/prometheus/values.yaml (scrape_configs); Istio 1.22, Prometheus integration.
 */
export function scrapeJobs(platform: Platform): readonly ScrapeJob[] {
  return [nodeExporterJob(), ...SYSTEM_JOBS.flatMap((jobs) => jobs(platform))];
}

/** The jobs of each system, for the stacks that have it. */
const SYSTEM_JOBS: readonly Optional<ScrapeJob>[] = [
  whenMany(["addOns.strimzi-kafka-operator"], strimziJobs),
  whenMany(["karpenter"], karpenterJobs),
  when(["clusterAutoscaler"], autoscalerJob),
  whenMany(["maintenance"], etcdJobs),
];

function strimziJobs(platform: PlatformWith<"addOns.strimzi-kafka-operator">): readonly ScrapeJob[] {
  const kafka = kafkaNamespace(platform);
  return [
    podJob({
      job: "strimzi",
      namespace: kafka,
      where: ["label_strimzi_io_cluster", ".+"],
      // Strimzi gives the port of its JMX exporter this name, and opens it in its own network policies.
      port: "tcp-prometheus",
      podLabels: "strimzi_io_(?:cluster|kind|name|pool_name)",
    }),
    podJob({
      job: "strimzi-operator",
      namespace: kafka,
      where: ["label_strimzi_io_kind", "cluster-operator"],
      port: "http",
    }),
  ];
}

/** Karpenter and what it works beside: the termination handler, and cluster-autoscaler as long as that is installed. While it has no pods its job has no targets, which no rule minds. */
function karpenterJobs({ karpenter }: PlatformWith<"karpenter">): readonly ScrapeJob[] {
  return [
    podJob({
      job: "karpenter",
      namespace: karpenter.namespace,
      where: ["label_app_kubernetes_io_name", "karpenter"],
      port: "http-metrics",
    }),
    podJob({
      job: "node-termination-handler",
      namespace: NODE_AGENTS_NAMESPACE,
      where: ["label_app_kubernetes_io_name", TERMINATION_HANDLER_NAME],
      port: "http-metrics",
    }),
    ...(PHASES[karpenter.phase].autoscalerInstalled ? [autoscalerJob()] : []),
  ];
}

/**
 * node-exporter, by node and not by pod: so its series carry the documented labels `node`, `pool` and `instance`, of which a pod knows none but the
 * first.
 *
 * Source: document 000, section 6 (labels of the alert).
 */
function nodeExporterJob(): ScrapeJob {
  const label = (key: string) => `node_label_${key.replace(/[^A-Za-z0-9]/g, "_")}`;
  return {
    job_name: "node-exporter",
    kubernetes_sd_configs: [{ role: "node" }],
    relabel_configs: [
      {
        source_labels: [kubernetesMeta("node_address_InternalIP")],
        target_label: "__address__",
        replacement: `$1:${NODE_EXPORTER_PORT}`,
      },
      {
        source_labels: [kubernetesMeta("node_name")],
        target_label: "instance",
        replacement: `$1:${NODE_EXPORTER_PORT}`,
      },
      copy("node_name", "node"),
      copy(label(POOL_LABEL), "pool"),
      copy(label(ZONE_LABEL), "zone"),
      copy(label("node.kubernetes.io/instance-type"), "instance_type"),
    ],
  };
}

function autoscalerJob(): ScrapeJob {
  return podJob({
    job: "cluster-autoscaler",
    namespace: NODE_AGENTS_NAMESPACE,
    where: ["name", "cluster-autoscaler-.+"],
    port: AUTOSCALER_PORT,
  });
}

/**
 * A job for each member of etcd-prod, which share the label `job`: their certificates carry their names, in no DNS that Prometheus asks, and a job
 * checks one name.
 *
 * Source: document 001, section 9 (members, TLS).
 */
function etcdJobs({ maintenance }: PlatformWith<"maintenance">): readonly ScrapeJob[] {
  const file = (name: string) => `${ETCD_CLIENT.folder}/${name}`;
  return Object.entries(maintenance.etcdCompaction.members).map(([member, address]) => ({
    job_name: `etcd/${member}`,
    scheme: "https",
    tls_config: {
      ca_file: file("ca.crt"),
      cert_file: file("tls.crt"),
      key_file: file("tls.key"),
      server_name: member,
    },
    static_configs: [{ targets: [`${address}:${ETCD_PORT}`], labels: { job: "etcd", instance: member } }],
  }));
}

/** The jobs as Prometheus reads them from a file of their own. */
export function scrapeJobsText(platform: Platform): string {
  const content = { scrape_configs: scrapeJobs(platform) };
  return stringify(content, { version: "1.1", aliasDuplicateObjects: false, lineWidth: 0 });
}
