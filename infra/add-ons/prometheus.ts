import { CHARTS } from "../../config/reference/charts";
import { ETCD_CLIENT, SCRAPE_JOBS } from "../../config/reference/monitoring-files";
import { RULES_CONFIG_MAP, RULES_FOLDER } from "../../config/reference/prometheus-rules";
import { DEFAULT_STORAGE_CLASS } from "../../config/reference/storage-classes";
import { alertmanagerAddress } from "./alertmanager";
import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import type { ValuesContext } from "./values";

/** How long samples are kept. Source: document 000, section 4. */
export const RETENTION = "90d";

/** How often targets are read. Source: document 000, section 4. */
export const SCRAPE_INTERVAL = "15s";

/** How often rules are evaluated. Source: document 000, section 3. */
export const EVALUATION_INTERVAL = "30s";

/** 90 days of 600,000 series at one sample in 15 s and 1.5 bytes a sample are 467 GB; gp3 grows in place. */
export const VOLUME_SIZE = "500Gi";

/**
 * Size at which the oldest samples go although they are younger than {@link RETENTION}: a volume that runs full stops the server, and with it every alert.
 * In Prometheus' units, powers of two: 450 of the volume's 500 GiB. The 467 GB of 90 days are 434 GiB and fit. The rest is for the file system and for what
 * a compaction writes before it deletes: its largest block holds 162 hours of samples (2 h times 3, four times, within a tenth of 90 days), 33 GiB.
 *
 * Source: Prometheus 2.51, Storage (storage.tsdb.retention.size: blocks, WAL and head chunks count, blocks alone are deleted; Compaction).
 */
export const RETENTION_SIZE = "450GB";

/** ConfigMaps of chart `monitoring` in the server and in the container that has it read them again: name, folder. */
const CONFIG_MAPS = [
  { name: "rules", configMap: RULES_CONFIG_MAP, mountPath: RULES_FOLDER, readOnly: true },
  { name: "scrape-jobs", configMap: SCRAPE_JOBS.configMap, mountPath: SCRAPE_JOBS.folder, readOnly: true },
] as const;

/**
 * Values of chart prometheus: the server and kube-state-metrics. Alertmanager and node-exporter are releases of their own, and nothing pushes.
 * Rules and scrape jobs beyond the chart's own come from ConfigMaps, where they are reviewed.
 *
 * kube-state-metrics has no sidecar: it would refuse Prometheus, which reads pods without the mesh's certificate.
 *
 * Source: prometheus-community/helm-charts, tag prometheus-25.18.0, charts/prometheus/values.yaml.
 */
export function prometheusValues({ platform }: ValuesContext<"alerts" | "addOns.alertmanager" | "addOns.prometheus">) {
  const affinity = awayFromDataNodes(platform);
  const { chart } = platform.addOns.releases.prometheus;
  return {
    alertmanager: { enabled: false },
    "prometheus-node-exporter": { enabled: false },
    "prometheus-pushgateway": { enabled: false },
    "kube-state-metrics": {
      enabled: true,
      podAnnotations: { "sidecar.istio.io/inject": "false" },
      affinity,
      resources: containerResources("100m", "256Mi", "512Mi"),
    },
    configmapReload: {
      prometheus: {
        extraConfigmapMounts: CONFIG_MAPS,
        extraVolumeDirs: CONFIG_MAPS.map(({ mountPath }) => mountPath),
        resources: containerResources("10m", "32Mi", "64Mi"),
      },
    },
    serverFiles: {
      "prometheus.yml": {
        rule_files: [`${RULES_FOLDER}/*.yaml`],
        scrape_config_files: [`${SCRAPE_JOBS.folder}/${SCRAPE_JOBS.file}`],
      },
    },
    server: {
      extraConfigmapMounts: CONFIG_MAPS,
      extraVolumes: [{ name: "etcd-client", secret: { secretName: ETCD_CLIENT.secret, optional: true } }],
      extraVolumeMounts: [{ name: "etcd-client", mountPath: ETCD_CLIENT.folder, readOnly: true }],
      image: { tag: CHARTS.prometheus.versions[chart] },
      baseURL: platform.alerts.prometheus,
      retention: RETENTION,
      retentionSize: RETENTION_SIZE,
      global: { scrape_interval: SCRAPE_INTERVAL, evaluation_interval: EVALUATION_INTERVAL },
      alertmanagers: [{ static_configs: [{ targets: [alertmanagerAddress(platform)] }] }],
      persistentVolume: { enabled: true, size: VOLUME_SIZE, storageClass: DEFAULT_STORAGE_CLASS },
      affinity,
      resources: containerResources("2", "12Gi", "16Gi"),
    },
  };
}
