import { k8s } from "cdk8s-plus-29";
import { systemChart } from "../system-chart";
import { alertRoutingConfigMap, scrapeJobsConfigMap } from "./config-maps";
import { dashboardConfigMaps } from "./dashboards/dashboards";
import { monitoringDeviations } from "./deviations";
import { rulesConfigMap } from "./rules-config-map";

/**
 * What is watched, and who is told. Prometheus evaluates the rules and Alertmanager tells: the documented Grafana shows the same alerts, and its failure
 * silences none.
 *
 * Source: document 000, sections 3, 4, 6, 7, 10 and 12; document 001, sections 1, 2, 3, 8, 9 and 11; document 002, sections 2, 3, 11, 12 and 14.
 */
export const MONITORING = systemChart({
  name: "monitoring",
  folder: "charts/monitoring",
  appliedBy: "pulumi",
  needs: ["alerts", "contactPoints", "addOns.prometheus", "addOns.alertmanager", "addOns.grafana"],
  // Releases mount these and wait for their pods: they have to be there first.
  waitsFor: "namespaces",
  build: (chart, platform) => {
    new k8s.KubeConfigMap(chart, "prometheus-rules", rulesConfigMap(platform));
    new k8s.KubeConfigMap(chart, "scrape-jobs", scrapeJobsConfigMap(platform));
    new k8s.KubeConfigMap(chart, "alert-routing", alertRoutingConfigMap(platform));
    for (const dashboard of dashboardConfigMaps(platform)) {
      new k8s.KubeConfigMap(chart, `${dashboard.metadata?.name}`, dashboard);
    }
  },
  deviations: monitoringDeviations,
});
