import type { PlatformWith } from "../../config/parts";
import { ALERT_ROUTING, RECEIVER_KEYS_FOLDER } from "../../config/reference/monitoring-files";
import { DEFAULT_STORAGE_CLASS } from "../../config/reference/storage-classes";
import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import { replicasOf, type ValuesContext } from "./values";

/** Port of Alertmanager, its metrics among what it serves. Source: document 000, section 6. */
const PORT = 9093;

/** Where alerts are sent: the Service of release `alertmanager`. Source: document 000, section 6. */
export function alertmanagerAddress({ addOns }: PlatformWith<"addOns.alertmanager">): string {
  return `alertmanager.${addOns.releases.alertmanager.namespace}.svc.cluster.local:${PORT}`;
}

/**
 * Values of chart alertmanager: it keeps silences on a volume, and reads its configuration from the ConfigMap of chart `monitoring`, again whenever
 * that changes. The chart's own, without a receiver, stays where it is and isn't read.
 *
 * The Secret with the keys of the receivers may come later, since people make it in a namespace that the first `pulumi up` makes: a pod that waited for it
 * would have the release taken back. Alertmanager reads a key's file at each message, so a Secret that comes holds without a restart, once the kubelet has
 * seen it; a message that needs a missing key fails, is tried again and logged. It is a volume and no `extraSecretMounts`, whose schema knows no `optional`.
 *
 * Source: prometheus-community/helm-charts, charts/alertmanager, values.yaml and values.schema.json; prometheus/alertmanager issue 4994 (files aren't
 * read at the start).
 */
export function alertmanagerValues({ platform }: ValuesContext<"alerts" | "contactPoints">) {
  const routing = { name: ALERT_ROUTING.configMap, mountPath: ALERT_ROUTING.folder, readOnly: true };
  return {
    baseURL: platform.alerts.alertmanager,
    extraArgs: { "config.file": `${ALERT_ROUTING.folder}/${ALERT_ROUTING.file}` },
    extraVolumes: [
      { name: routing.name, configMap: { name: ALERT_ROUTING.configMap } },
      { name: "receiver-keys", secret: { secretName: platform.contactPoints.secret, optional: true } },
    ],
    extraVolumeMounts: [routing, { name: "receiver-keys", mountPath: RECEIVER_KEYS_FOLDER, readOnly: true }],
    configmapReload: {
      enabled: true,
      extraArgs: { "watched-dir": ALERT_ROUTING.folder },
      extraVolumeMounts: [routing],
      resources: containerResources("10m", "32Mi", "64Mi"),
    },
    // For its sidecar, which reads it there and answers for both: what fails to be told is an alert, too.
    podAnnotations: { "prometheus.io/scrape": "true", "prometheus.io/port": `${PORT}` },
    replicaCount: replicasOf(platform, "alertmanager"),
    persistence: { enabled: true, size: "1Gi", storageClass: DEFAULT_STORAGE_CLASS },
    podAntiAffinity: "soft",
    affinity: awayFromDataNodes(platform),
    resources: containerResources("50m", "64Mi", "128Mi"),
  };
}
