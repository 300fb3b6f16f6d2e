/** A ConfigMap that the monitoring chart renders and a Helm release mounts, with the folder it is mounted in and its one file. */
export interface MountedFile {
  readonly configMap: string;
  readonly folder: string;
  readonly file: string;
}

/** Where alerts go. It isn't in the release's own folder, which the chart fills with an empty configuration. */
export const ALERT_ROUTING: MountedFile = {
  configMap: "alertmanager-routing",
  folder: "/etc/alertmanager-routing",
  file: "alertmanager.yml",
};

/** Folder of the keys of the services that are told of alerts: one file for each key of the Secret `vantage:contactPoints.secret`. */
export const RECEIVER_KEYS_FOLDER = "/etc/alertmanager-receivers";

/** What the server reads beside what its chart has it read. Prometheus takes files of scrape configurations since 2.43. */
export const SCRAPE_JOBS: MountedFile = {
  configMap: "prometheus-scrape-jobs",
  folder: "/etc/prometheus-scrape-jobs",
  file: "scrape-jobs.yml",
};

/**
 * The certificate with which Prometheus reads etcd-prod: a Secret with `ca.crt`, `tls.crt` and `tls.key` in the server's namespace, made and
 * renewed by whoever runs etcd-prod. Without it etcd is not read, and everything else is.
 */
export const ETCD_CLIENT = { secret: "prometheus-etcd-client", folder: "/etc/prometheus-etcd-client" } as const;

/** Label of ConfigMaps that Grafana's sidecar loads as dashboards, and its value. Source: grafana/helm-charts 7.3.9, sidecar.dashboards.label. */
export const DASHBOARD_LABEL = { name: "grafana_dashboard", value: "1" } as const;
