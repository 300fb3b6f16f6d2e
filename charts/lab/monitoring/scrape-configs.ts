import { copy, kubernetesMeta, podJob } from "../../monitoring/scrape/scrape-job";
import type { Lab } from "../lab";
import { SHOP } from "../shop/names";
import { type Discovery, LAB_JOBS, type LabJob, type LabScrapeJob } from "./discovery";
import { COMPONENTS, DOCUMENTED_NAMES } from "./names";

/** Files of the pod's service account: the cluster's authority and the token. */
const ACCOUNT_FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

/** What Prometheus reads, in the same jobs and with the same labels wherever it runs. */
export function scrapeConfigs(lab: Lab, discovery: Discovery): readonly LabScrapeJob[] {
  if (discovery.kind === "kubernetes") return kubernetesJobs(lab);
  return LAB_JOBS.flatMap((job): LabScrapeJob[] => {
    const targets = discovery.targets[job] ?? [];
    if (targets.length === 0) return [];
    const static_configs = targets.map(({ address, labels = {} }) => ({ targets: [address], labels }));
    return [{ job_name: job, ...(job === "cadvisor" ? { metrics_path: CADVISOR_PATH } : {}), static_configs }];
  });
}

function kubernetesJobs({ labMonitoring, shop }: Lab): readonly LabScrapeJob[] {
  const pods = (job: LabJob, namespace: string, name: string, port = "http"): LabScrapeJob => {
    const { kubernetes_sd_configs = [], relabel_configs = [] } = podJob({
      job,
      namespace,
      where: ["label_app_kubernetes_io_name", name],
      port,
    });
    return { job_name: job, kubernetes_sd_configs, relabel_configs };
  };
  const own = labMonitoring.namespace;
  return [
    pods("prometheus", own, COMPONENTS.prometheus),
    pods("thanos", own, COMPONENTS.prometheus, "thanos-http"),
    pods("alertmanager", own, DOCUMENTED_NAMES.alertmanager),
    pods("grafana", own, DOCUMENTED_NAMES.grafana),
    pods("backend", shop.namespace, SHOP.backend),
    {
      ...pods("kube-state-metrics", own, COMPONENTS.kubeStateMetrics),
      // Series of pods keep their own namespace and pod, which the target's would push aside.
      honor_labels: true,
    },
    pods("node-exporter", own, COMPONENTS.nodeExporter),
    kubeletJob("kubelet"),
    kubeletJob("cadvisor", CADVISOR_PATH),
  ];
}

/** Where the kubelet has the metrics of containers. */
const CADVISOR_PATH = "/metrics/cadvisor";

/**
 * The kubelets, at their own port: by way of the API server they could be read only with a right that runs commands in any pod, too. Their certificates are
 * signed by the cluster's authority.
 *
 * Source: Kubernetes, Kubelet authentication/authorization (nodes/proxy, nodes/metrics); EKS user guide, Certificate signing.
 */
function kubeletJob(job: LabJob, metricsPath?: string): LabScrapeJob {
  return {
    job_name: job,
    scheme: "https",
    ...(metricsPath === undefined ? {} : { metrics_path: metricsPath }),
    tls_config: { ca_file: `${ACCOUNT_FOLDER}/ca.crt` },
    authorization: { credentials_file: `${ACCOUNT_FOLDER}/token` },
    kubernetes_sd_configs: [{ role: "node" }],
    relabel_configs: [
      copy("node_name", "node"),
      { source_labels: [kubernetesMeta("node_name")], target_label: "instance" },
    ],
  };
}
