import type { ScrapeJob } from "../../monitoring/scrape/scrape-job";

/** Jobs of the lab's Prometheus; each is the value of the label `job`. */
export const LAB_JOBS = [
  "prometheus",
  "thanos",
  "alertmanager",
  "grafana",
  "backend",
  "kube-state-metrics",
  "node-exporter",
  "kubelet",
  "cadvisor",
] as const;

/** One of them. */
export type LabJob = (typeof LAB_JOBS)[number];

/** Targets that are known beforehand, such as processes on one machine. */
export interface StaticTarget {
  /** Host and port. */
  readonly address: string;
  /** Labels that discovery would have added, such as `namespace` and `pod`. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Where Prometheus finds what it reads, its rules and Alertmanager. */
export type Discovery =
  /** The Kubernetes cluster that it runs in; files are where the pod mounts them. */
  | { readonly kind: "kubernetes" }
  /** Addresses as they are. A job without any is left out: its alerts are silent. */
  | {
      readonly kind: "static";
      readonly targets: Readonly<Partial<Record<LabJob, readonly StaticTarget[]>>>;
      /** Paths or patterns of the rule files. */
      readonly ruleFiles: readonly string[];
      /** Addresses of Alertmanager. */
      readonly alertmanagers: readonly string[];
    };

/** A job as the lab writes it: with the account's token, and a path where it isn't `/metrics`. Source: Prometheus 2.51, Configuration, scrape_config. */
export interface LabScrapeJob extends Omit<ScrapeJob, "job_name" | "tls_config"> {
  readonly job_name: LabJob;
  readonly metrics_path?: string;
  /** Whether labels of the series go before those of the target. */
  readonly honor_labels?: boolean;
  readonly tls_config?: { readonly ca_file: string };
  readonly authorization?: { readonly credentials_file: string };
}
