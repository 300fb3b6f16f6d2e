import { CHARTS } from "../../config/reference/charts";
import { DEFAULT_STORAGE_CLASS } from "../../config/reference/storage-classes";
import { awayFromDataNodes } from "./placement";
import { containerResources } from "./resources";
import type { ValuesContext } from "./values";

/** Name of the data source in alerts and dashboards: `prometheus-<stack>`. Source: document 000, section 3 (prometheus-prod). */
export function datasourceName(stack: string): string {
  return `prometheus-${stack}`;
}

/**
 * Values of chart grafana: one data source, dashboards on a volume. The administrator's password is made by the chart in the cluster, once, and is
 * nowhere else: `kubectl get secret grafana`.
 *
 * Source: grafana/helm-charts, tag grafana-7.3.9, charts/grafana/values.yaml.
 */
export function grafanaValues({ platform }: ValuesContext) {
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
            type: "prometheus",
            access: "proxy",
            url: `http://prometheus-server.${platform.addOns.releases.prometheus.namespace}.svc.cluster.local`,
            isDefault: true,
          },
        ],
      },
    },
    testFramework: { enabled: false },
    affinity: awayFromDataNodes(platform),
    resources: containerResources("100m", "256Mi", "512Mi"),
  };
}
