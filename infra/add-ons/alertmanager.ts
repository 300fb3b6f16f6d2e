import type { Platform } from "../../config/platform";
import { ALERT_ROUTING, RECEIVER_KEYS_FOLDER } from "../../config/reference/monitoring-files";
import { DEFAULT_STORAGE_CLASS } from "../../config/reference/storage-classes";
import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import { replicasOf, type ValuesContext } from "./values";

/** Where alerts are sent: the Service of release `alertmanager`. Source: document 000, section 6. */
export function alertmanagerAddress({ addOns }: Platform): string {
  return `alertmanager.${addOns.releases.alertmanager.namespace}.svc.cluster.local:9093`;
}

/**
 * Values of chart alertmanager: it keeps silences on a volume, and reads its configuration from the ConfigMap of chart `monitoring`, again whenever
 * that changes. The chart's own, without a receiver, stays where it is and isn't read.
 *
 * The Secret with the keys of the receivers has to be there, or the pod waits for it: an Alertmanager that can tell nobody must not look healthy.
 *
 * Source: prometheus-community/helm-charts, charts/alertmanager/values.yaml.
 */
export function alertmanagerValues({ platform }: ValuesContext) {
  const routing = { name: ALERT_ROUTING.configMap, mountPath: ALERT_ROUTING.folder, readOnly: true };
  return {
    extraArgs: { "config.file": `${ALERT_ROUTING.folder}/${ALERT_ROUTING.file}` },
    extraVolumes: [{ name: routing.name, configMap: { name: ALERT_ROUTING.configMap } }],
    extraVolumeMounts: [routing],
    extraSecretMounts: [
      {
        name: "receiver-keys",
        mountPath: RECEIVER_KEYS_FOLDER,
        secretName: platform.contactPoints.secret,
        readOnly: true,
      },
    ],
    configmapReload: {
      enabled: true,
      extraArgs: { "watched-dir": ALERT_ROUTING.folder },
      extraVolumeMounts: [routing],
      resources: containerResources("10m", "32Mi", "64Mi"),
    },
    replicaCount: replicasOf(platform, "alertmanager"),
    persistence: { enabled: true, size: "1Gi", storageClass: DEFAULT_STORAGE_CLASS },
    podAntiAffinity: "soft",
    affinity: awayFromDataNodes(platform),
    resources: containerResources("50m", "64Mi", "128Mi"),
  };
}
