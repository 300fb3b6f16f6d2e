import { datasourceName } from "../../config/derived/datasource-name";
import { CHARTS } from "../../config/reference/charts";
import { DASHBOARD_LABEL } from "../../config/reference/monitoring-files";
import { DEFAULT_STORAGE_CLASS } from "../../config/reference/storage-classes";
import { awayFromDataNodes } from "./placement";
import { SCRAPE_INTERVAL } from "./prometheus";
import { containerResources } from "./resources";
import type { ValuesContext } from "./values";

/**
 * Values of chart grafana: one data source, the dashboards that the charts render as ConfigMaps, and a volume for what people make, annotations
 * among it. The administrator's password is made by the chart in the cluster, once, and is nowhere else: `kubectl get secret grafana`.
 *
 * The sidecar that loads dashboards may read its own namespace and no other; changes made in the browser are refused, since the next start would
 * lose them.
 *
 * Source: grafana/helm-charts, tag grafana-7.3.9, charts/grafana/values.yaml.
 */
export function grafanaValues({ platform }: ValuesContext<"alerts" | "addOns.grafana" | "addOns.prometheus">) {
  const { chart } = platform.addOns.releases.grafana;
  return {
    image: { tag: CHARTS.grafana.versions[chart] },
    // A volume can be attached to one pod at a time: the old one has to go first.
    deploymentStrategy: { type: "Recreate" },
    persistence: { enabled: true, size: "10Gi", storageClassName: DEFAULT_STORAGE_CLASS },
    datasources: {
      "datasources.yaml": {
        apiVersion: 1,
        datasources: [
          {
            name: datasourceName(platform.stack),
            // Dashboards name it by this id; without one Grafana makes up its own.
            uid: datasourceName(platform.stack),
            type: "prometheus",
            access: "proxy",
            url: `http://prometheus-server.${platform.addOns.releases.prometheus.namespace}.svc.cluster.local`,
            isDefault: true,
            // Rates are taken over four times this: shorter would see one sample, or none.
            jsonData: { timeInterval: SCRAPE_INTERVAL },
          },
        ],
      },
    },
    sidecar: {
      dashboards: {
        enabled: true,
        label: DASHBOARD_LABEL.name,
        labelValue: DASHBOARD_LABEL.value,
        resource: "configmap",
        provider: { allowUiUpdates: false },
      },
      resources: containerResources("20m", "64Mi", "128Mi"),
    },
    rbac: { namespaced: true },
    "grafana.ini": { server: { root_url: platform.alerts.dashboards } },
    testFramework: { enabled: false },
    affinity: awayFromDataNodes(platform),
    resources: containerResources("100m", "256Mi", "512Mi"),
  };
}
