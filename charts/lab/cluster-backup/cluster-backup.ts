import type { Chart } from "cdk8s";
import { k8s, ServiceAccount } from "cdk8s-plus-29";
import { systemChart } from "../../system-chart";
import { bucketUser, LAB_PARTS, type LabPlatform } from "../lab";
import { backupCronJob, scriptsConfigMap } from "./cron-job";
import { backupRole, backupRoleBinding } from "./rights";

/**
 * The daily export of Kubernetes' objects to a bucket.
 *
 * Source: document 003, section 2 (Kubernetes Configuration Backup); docs/runbooks/cluster-restore.md.
 */
export const CLUSTER_BACKUP = systemChart({
  needs: LAB_PARTS,
  name: "cluster-backup",
  folder: "charts/lab/cluster-backup",
  appliedBy: "pulumi",
  build,
});

function build(chart: Chart, lab: LabPlatform): void {
  const { namespace, serviceAccount, annotations } = bucketUser(lab, lab.clusterBackup.identity);
  new ServiceAccount(chart, "account", {
    metadata: { name: serviceAccount, namespace, annotations: { ...annotations } },
    automountToken: false,
  });
  new k8s.KubeClusterRole(chart, "role", backupRole());
  new k8s.KubeClusterRoleBinding(chart, "role-binding", backupRoleBinding(lab));
  // Nobody has anything to ask of it.
  new k8s.KubeNetworkPolicy(chart, "network-policy", {
    metadata: { name: "no-ingress", namespace },
    spec: { podSelector: {}, policyTypes: ["Ingress"] },
  });
  new k8s.KubeConfigMap(chart, "scripts", scriptsConfigMap(lab));
  new k8s.KubeCronJob(chart, "cron-job", backupCronJob(lab));
}
