import type { k8s } from "cdk8s-plus-29";
import type { PlatformWith } from "../../../config/parts";
import { type Optional, when, whenMany } from "../../../config/parts";
import type { Platform } from "../../../config/platform";
import { DASHBOARD_LABEL } from "../../../config/reference/monitoring-files";
import { clusterOverview } from "./cluster-overview";
import { dashboard } from "./dashboard";
import type { DashboardDesign } from "./design";
import { nodeDiskDashboard } from "./node-disk";
import { redisDashboards } from "./redis-cluster";
import { sessionDashboards } from "./session-capacity";

/** Every dashboard, and what a stack needs to have it. */
const DASHBOARDS: readonly Optional<DashboardDesign>[] = [
  when(["alerts"], clusterOverview),
  when(["alerts"], nodeDiskDashboard),
  whenMany(["redis", "alerts"], redisDashboards),
  whenMany(["redis", "alerts"], sessionDashboards),
];

/** The dashboards of a stack. */
export function dashboardDesigns(platform: Platform): readonly DashboardDesign[] {
  return DASHBOARDS.flatMap((dashboards) => dashboards(platform));
}

/** A ConfigMap for each dashboard, which Grafana's sidecar finds by its label. One each: together they would near the limit of 1 MiB. */
export function dashboardConfigMaps(platform: PlatformWith<"addOns.grafana">): readonly k8s.KubeConfigMapProps[] {
  return dashboardDesigns(platform).map((design) => ({
    metadata: {
      name: `dashboard-${design.uid}`,
      namespace: platform.addOns.releases.grafana.namespace,
      labels: { [DASHBOARD_LABEL.name]: DASHBOARD_LABEL.value },
    },
    data: { [`${design.uid}.json`]: `${JSON.stringify(dashboard(platform, design), undefined, 2)}\n` },
  }));
}
