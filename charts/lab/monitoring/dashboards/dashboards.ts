import type { k8s } from "cdk8s-plus-29";
import { dashboard } from "../../../monitoring/dashboards/dashboard";
import type { DashboardDesign } from "../../../monitoring/dashboards/design";
import type { Lab } from "../../lab";
import { DOCUMENTED_NAMES, monitoringMetadata } from "../names";
import { kubernetesOverviewDashboard } from "./kubernetes-overview";
import { shopSloDashboard } from "./shop-slo";

/** The documented dashboards. Source: document 003, section 1 (SLO Dashboard Review, Performance Review). */
export function labDashboards(lab: Lab): readonly DashboardDesign[] {
  return [shopSloDashboard(lab), kubernetesOverviewDashboard(lab)];
}

/** Every query of a dashboard, as Grafana sends it but for its own variable `$__rate_interval`. */
export function queriesOf({ rows }: DashboardDesign): readonly string[] {
  return rows.flatMap(({ panels }) => panels.flatMap(({ series }) => series.map(({ expr }) => expr)));
}

/** The documented ConfigMap, a file a dashboard. Grafana looks at the folder every ten seconds: a change needs no restart. */
export function dashboardsConfigMap(lab: Lab): k8s.KubeConfigMapProps {
  const files = labDashboards(lab).map((design): [string, string] => [
    `${design.uid}.json`,
    `${JSON.stringify(dashboard(lab, design), undefined, 2)}\n`,
  ]);
  return { metadata: monitoringMetadata(lab, DOCUMENTED_NAMES.grafanaDashboards), data: Object.fromEntries(files) };
}
