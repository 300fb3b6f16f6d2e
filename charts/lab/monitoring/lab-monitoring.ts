import { ApiObject, type Chart } from "cdk8s";
import { k8s, ServiceAccount } from "cdk8s-plus-29";
import { referenceOf } from "../../kube-object";
import { systemChart } from "../../system-chart";
import { bucketUser, LAB_PARTS, type Lab, type LabPlatform } from "../lab";
import { serviceFor } from "../pods";
import { alertmanagerClaim, alertmanagerDeployment } from "./alertmanager";
import { documentedBlockStorage } from "./block-storage";
import { configMaps } from "./config-maps";
import { dashboardsConfigMap } from "./dashboards/dashboards";
import { labMonitoringDeviations } from "./deviations";
import { nodeExporterSet, stateMetricsDeployment } from "./exporters";
import { grafanaDeployment, provisioningConfigMap } from "./grafana";
import { COMPONENTS, DOCUMENTED_NAMES, monitoringMetadata, PORTS, RULE_CONFIG_MAPS } from "./names";
import { monitoringNetworkPolicy } from "./network-policy";
import { prometheusSet } from "./prometheus";
import { prometheusAccount, prometheusRole, roleBinding, stateMetricsRole } from "./rights";

/**
 * The monitoring of the SRE lab: Prometheus, Grafana and Alertmanager as workloads of this stack, which has no add-on for them.
 *
 * Source: document 003, sections 1 (Monitoring Stack Verification, SLO Dashboard Review), 2 (Prometheus Data Backup) and 6 (Alert Configuration Examples).
 */
export const LAB_MONITORING = systemChart({
  needs: LAB_PARTS,
  name: "lab-monitoring",
  folder: "charts/lab/monitoring",
  appliedBy: "pulumi",
  build,
  printed: (lab) => {
    const rules = { group: "", kind: "ConfigMap", ...monitoringMetadata(lab, RULE_CONFIG_MAPS.documented) };
    return [rules, referenceOf(documentedBlockStorage(lab))];
  },
  deviations: labMonitoringDeviations,
});

function build(chart: Chart, lab: LabPlatform): void {
  new k8s.KubeNetworkPolicy(chart, "network-policy", monitoringNetworkPolicy(lab));
  rights(chart, lab);
  for (const config of [...configMaps(lab), dashboardsConfigMap(lab), provisioningConfigMap(lab)]) {
    new k8s.KubeConfigMap(chart, `config-${config.metadata?.name}`, config);
  }
  new ApiObject(chart, "block-storage", documentedBlockStorage(lab));
  const { namespace } = lab.labMonitoring;
  const service = (name: string, pods: string, port: number) =>
    new k8s.KubeService(chart, `service-${name}`, serviceFor(name, namespace, pods, port));
  service(DOCUMENTED_NAMES.prometheusService, COMPONENTS.prometheus, PORTS.prometheus);
  service(DOCUMENTED_NAMES.grafana, DOCUMENTED_NAMES.grafana, PORTS.grafana);
  service(DOCUMENTED_NAMES.alertmanager, DOCUMENTED_NAMES.alertmanager, PORTS.alertmanager);
  new k8s.KubePersistentVolumeClaim(chart, "alertmanager-claim", alertmanagerClaim(lab));
  new k8s.KubeDaemonSet(chart, "node-exporter", nodeExporterSet(lab));
  new k8s.KubeDeployment(chart, "kube-state-metrics", stateMetricsDeployment(lab));
  new k8s.KubeDeployment(chart, "alertmanager", alertmanagerDeployment(lab));
  new k8s.KubeStatefulSet(chart, "prometheus", prometheusSet(lab));
  new k8s.KubeDeployment(chart, "grafana", grafanaDeployment(lab));
}

/** An account for each component, and their roles. */
function rights(chart: Chart, lab: Lab): void {
  const { annotations } = bucketUser(lab, lab.labMonitoring.blocksIdentity);
  const account = prometheusAccount(lab);
  new ServiceAccount(chart, "account-prometheus", {
    metadata: { ...monitoringMetadata(lab, account), annotations: { ...annotations } },
    automountToken: true,
  });
  new ServiceAccount(chart, "account-kube-state-metrics", {
    metadata: monitoringMetadata(lab, COMPONENTS.kubeStateMetrics),
    automountToken: true,
  });
  // The others never ask the API server.
  for (const name of [COMPONENTS.nodeExporter, DOCUMENTED_NAMES.grafana, DOCUMENTED_NAMES.alertmanager]) {
    new ServiceAccount(chart, `account-${name}`, { metadata: monitoringMetadata(lab, name), automountToken: false });
  }
  new k8s.KubeClusterRole(chart, "role-prometheus", prometheusRole(lab));
  new k8s.KubeClusterRoleBinding(chart, "binding-prometheus", roleBinding(lab, COMPONENTS.prometheus, account));
  new k8s.KubeClusterRole(chart, "role-kube-state-metrics", stateMetricsRole(lab));
  const { kubeStateMetrics } = COMPONENTS;
  new k8s.KubeClusterRoleBinding(
    chart,
    "binding-kube-state-metrics",
    roleBinding(lab, kubeStateMetrics, kubeStateMetrics),
  );
}
