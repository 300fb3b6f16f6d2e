/** A step that changes a target's labels before it is read, or drops it. Source: Prometheus 2.51, Configuration, relabel_config. */
export interface RelabelConfig {
  readonly source_labels?: readonly string[];
  readonly separator?: string;
  readonly regex?: string;
  readonly target_label?: string;
  readonly replacement?: string;
  readonly action?: "keep" | "drop" | "labelmap" | "replace";
}

/** Targets of one kind and how they are read. Source: Prometheus 2.51, Configuration, scrape_config. */
export interface ScrapeJob {
  /** Value of the label `job`, unless the targets bring their own. Unique among all jobs of the server. */
  readonly job_name: string;
  readonly scheme?: "http" | "https";
  readonly tls_config?: {
    readonly ca_file: string;
    readonly cert_file: string;
    readonly key_file: string;
    readonly server_name: string;
  };
  readonly static_configs?: readonly {
    readonly targets: readonly string[];
    readonly labels: Readonly<Record<string, string>>;
  }[];
  readonly kubernetes_sd_configs?: readonly {
    readonly role: "node" | "pod";
    readonly namespaces?: { readonly names: readonly string[] };
  }[];
  readonly relabel_configs?: readonly RelabelConfig[];
}

/** Pods of one namespace, found by a label or by their name, and read at a port that their container declares. */
export interface PodTargets {
  readonly job: string;
  readonly namespace: string;
  /** Meta label without its prefix, such as `label_app_kubernetes_io_name` or `name`, and what it has to be, as a regular expression. */
  readonly where: readonly [meta: string, regex: string];
  /** Name of the container's port, or its number where it has no name. */
  readonly port: string | number;
  /** Labels of the pods that become labels of the series, as a regular expression over names with `_` for every other sign. */
  readonly podLabels?: string;
}

/**
 * A job for pods that carry no annotation of Prometheus, which the chart's own job `kubernetes-pods` goes by. Series are told apart by namespace,
 * pod and node, as those of that job.
 */
export function podJob({ job, namespace, where: [meta, regex], port, podLabels }: PodTargets): ScrapeJob {
  const portMeta = typeof port === "number" ? "pod_container_port_number" : "pod_container_port_name";
  return {
    job_name: job,
    kubernetes_sd_configs: [{ role: "pod", namespaces: { names: [namespace] } }],
    relabel_configs: [
      keep(`pod_${meta}`, regex),
      keep(portMeta, `${port}`),
      { source_labels: [kubernetesMeta("pod_phase")], regex: "Pending|Succeeded|Failed", action: "drop" },
      ...(podLabels === undefined
        ? []
        : ([{ action: "labelmap", regex: `${kubernetesMeta("pod_label")}_(${podLabels})` }] as const)),
      copy("namespace", "namespace"),
      copy("pod_name", "pod"),
      copy("pod_node_name", "node"),
    ],
  };
}

/** Copies what Kubernetes says of a target into a label of its series. */
export function copy(meta: string, label: string): RelabelConfig {
  return { source_labels: [kubernetesMeta(meta)], target_label: label };
}

function keep(meta: string, regex: string): RelabelConfig {
  return { source_labels: [kubernetesMeta(meta)], regex, action: "keep" };
}

/** Name of a label in which discovery hands over what Kubernetes says of a target. */
export function kubernetesMeta(name: string): string {
  return `__meta_kubernetes_${name}`;
}
