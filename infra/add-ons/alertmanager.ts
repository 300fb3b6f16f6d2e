import type { Platform } from "../../config/platform";
import { DEFAULT_STORAGE_CLASS } from "../../config/reference/storage-classes";
import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import { replicasOf, type ValuesContext } from "./values";

/** Where alerts are sent: the Service of release `alertmanager`. Source: document 000, section 6. */
export function alertmanagerAddress({ addOns }: Platform): string {
  return `alertmanager.${addOns.releases.alertmanager.namespace}.svc.cluster.local:9093`;
}

/**
 * Values of chart alertmanager: it keeps silences on a volume. Receivers come with the alerts themselves; until then the chart's empty default
 * receiver takes what fires.
 *
 * Source: prometheus-community/helm-charts, charts/alertmanager/values.yaml.
 */
export function alertmanagerValues({ platform }: ValuesContext) {
  return {
    replicaCount: replicasOf(platform, "alertmanager"),
    persistence: { enabled: true, size: "1Gi", storageClass: DEFAULT_STORAGE_CLASS },
    podAntiAffinity: "soft",
    affinity: awayFromDataNodes(platform),
    resources: containerResources("50m", "64Mi", "128Mi"),
  };
}
