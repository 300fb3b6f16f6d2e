import { referenceOf, referenceText } from "../../../charts/kube-object";
import { deployedLab, documentedLab, foundInLab, LAB_CHARTS, labLedger, labPlatform } from "./lab-fixture";

describe("the lab's ledger", () => {
  test("has an entry for each row of the compatibility page", () => {
    expect(labLedger().map(({ id }) => id)).toEqual(["M2", "M4", "M3", "M5", "M1-target", "M1-maximum", "M1-minimum"]);
  });

  test("with all of it no check finds anything", () => {
    expect(foundInLab(deployedLab())).toEqual([]);
  });
});

test("what is deployed, object by object", () => {
  const own = deployedLab().filter(({ kind }) => kind !== "Namespace" && kind !== "PriorityClass");
  expect(own.map((object) => referenceText(referenceOf(object)))).toEqual([
    "networking.k8s.io/NetworkPolicy monitoring/own-namespace-only",
    "ServiceAccount monitoring/prometheus",
    "ServiceAccount monitoring/kube-state-metrics",
    "ServiceAccount monitoring/node-exporter",
    "ServiceAccount monitoring/grafana",
    "ServiceAccount monitoring/alertmanager",
    "rbac.authorization.k8s.io/ClusterRole monitoring-prometheus",
    "rbac.authorization.k8s.io/ClusterRoleBinding monitoring-prometheus",
    "rbac.authorization.k8s.io/ClusterRole monitoring-kube-state-metrics",
    "rbac.authorization.k8s.io/ClusterRoleBinding monitoring-kube-state-metrics",
    "ConfigMap monitoring/prometheus-config",
    "ConfigMap monitoring/prometheus-rules",
    "ConfigMap monitoring/prometheus-slo-rules",
    "ConfigMap monitoring/alertmanager-config",
    "ConfigMap monitoring/grafana-dashboards",
    "ConfigMap monitoring/grafana-provisioning",
    "ConfigMap monitoring/prometheus-storage-config",
    "Service monitoring/prometheus-service",
    "Service monitoring/grafana",
    "Service monitoring/alertmanager",
    "PersistentVolumeClaim monitoring/alertmanager",
    "apps/DaemonSet monitoring/node-exporter",
    "apps/Deployment monitoring/kube-state-metrics",
    "apps/Deployment monitoring/alertmanager",
    "apps/StatefulSet monitoring/prometheus",
    "apps/Deployment monitoring/grafana",
    "networking.k8s.io/NetworkPolicy sre-shop/default-deny",
    "networking.k8s.io/NetworkPolicy sre-shop/backend",
    "networking.k8s.io/NetworkPolicy sre-shop/traffic-generator",
    "ServiceAccount sre-shop/backend",
    "ServiceAccount sre-shop/traffic-generator",
    "Service sre-shop/backend-service",
    "policy/PodDisruptionBudget sre-shop/backend",
    "apps/Deployment sre-shop/backend",
    "autoscaling/HorizontalPodAutoscaler sre-shop/backend",
    "apps/Deployment sre-shop/traffic-generator",
    "ServiceAccount cluster-backup/cluster-backup",
    "rbac.authorization.k8s.io/ClusterRole cluster-backup",
    "rbac.authorization.k8s.io/ClusterRoleBinding cluster-backup",
    "networking.k8s.io/NetworkPolicy cluster-backup/no-ingress",
    "ConfigMap cluster-backup/cluster-backup",
    "batch/CronJob cluster-backup/cluster-backup",
  ]);
});

describe("nothing secret is in what is written", () => {
  const text = JSON.stringify(deployedLab());

  test("there is no Secret, and the documented password is nowhere", () => {
    expect(deployedLab().filter(({ kind }) => kind === "Secret")).toEqual([]);
    expect(text).not.toContain("admin123");
  });

  test("keys are named as files", () => {
    expect(text).toContain("routing_key_file");
    expect(text).not.toMatch(/"?(routing_key|api_url|password)"?: /);
  });
});

test("every object that is called printed is rendered", () => {
  const rendered = new Set(documentedLab().map((object) => referenceText(referenceOf(object))));
  const printed = LAB_CHARTS.flatMap((chart) => chart.printed?.(labPlatform()) ?? []).map(referenceText);
  expect(printed).toEqual([
    "ConfigMap monitoring/prometheus-rules",
    "ConfigMap prometheus-storage-config",
    "autoscaling/HorizontalPodAutoscaler sre-shop/backend",
  ]);
  expect(printed.filter((name) => !rendered.has(name))).toEqual([]);
});
