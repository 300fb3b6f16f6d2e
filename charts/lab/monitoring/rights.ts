import type { k8s } from "cdk8s-plus-29";
import { bucketUser, type Lab } from "../lab";
import { COMPONENTS } from "./names";

const READ = ["get", "list", "watch"];

/** What kube-state-metrics reads, by API group: what dashboards and alerts ask for. No Secrets and no ConfigMaps, which it could list, too. */
export const STATE_RESOURCES: Readonly<Record<string, readonly string[]>> = {
  "": ["nodes", "pods", "namespaces", "persistentvolumeclaims", "persistentvolumes", "services"],
  apps: ["daemonsets", "deployments", "replicasets", "statefulsets"],
  autoscaling: ["horizontalpodautoscalers"],
  batch: ["cronjobs", "jobs"],
  policy: ["poddisruptionbudgets"],
};

/** Name of the roles: they are the cluster's, so that they say whose they are. */
export function roleName({ labMonitoring }: Lab, component: string): string {
  return `${labMonitoring.namespace}-${component}`;
}

/** Account of Prometheus: the identity whose role may write the bucket. */
export function prometheusAccount(lab: Lab) {
  return bucketUser(lab, lab.labMonitoring.blocksIdentity).serviceAccount;
}

/**
 * What Prometheus finds by discovery, and the metrics of kubelets: `nodes/metrics` and not `nodes/proxy`, which would run commands in any pod.
 *
 * Source: Prometheus 2.51 documentation, kubernetes_sd_config; Kubernetes, Kubelet authentication/authorization.
 */
export function prometheusRole(lab: Lab): k8s.KubeClusterRoleProps {
  return {
    metadata: { name: roleName(lab, COMPONENTS.prometheus) },
    rules: [
      { apiGroups: [""], resources: ["nodes", "pods"], verbs: READ },
      { apiGroups: [""], resources: ["nodes/metrics"], verbs: ["get"] },
    ],
  };
}

/** What kube-state-metrics reads. */
export function stateMetricsRole(lab: Lab): k8s.KubeClusterRoleProps {
  return {
    metadata: { name: roleName(lab, COMPONENTS.kubeStateMetrics) },
    rules: Object.entries(STATE_RESOURCES).map(([group, resources]) => ({
      apiGroups: [group],
      resources: [...resources],
      verbs: ["list", "watch"],
    })),
  };
}

/** Gives a component's account its role. */
export function roleBinding(lab: Lab, component: string, account: string): k8s.KubeClusterRoleBindingProps {
  const name = roleName(lab, component);
  return {
    metadata: { name },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
    subjects: [{ kind: "ServiceAccount", name: account, namespace: lab.labMonitoring.namespace }],
  };
}
