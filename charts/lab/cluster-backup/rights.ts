import type { k8s } from "cdk8s-plus-29";
import { bucketUser, type Lab } from "../lab";
import { CLUSTER_BACKUP_NAME } from "./cron-job";
import { EXPORTS } from "./export-script";

/**
 * The right to list what is exported, by API group, and nothing else: not Secrets, which `list` would show with all that is in them, and nothing by name.
 *
 * Source: Kubernetes, RBAC Good Practices (listing Secrets).
 */
export function backupRole(): k8s.KubeClusterRoleProps {
  const byGroup = new Map<string, string[]>();
  for (const kind of Object.values(EXPORTS).flat()) {
    const [resource = "", group = ""] = kind.split(".");
    byGroup.set(group, [...(byGroup.get(group) ?? []), resource]);
  }
  return {
    metadata: { name: CLUSTER_BACKUP_NAME },
    rules: [...byGroup].map(([group, resources]) => ({ apiGroups: [group], resources, verbs: ["list"] })),
  };
}

/** Gives it to the account of the export. */
export function backupRoleBinding(lab: Lab): k8s.KubeClusterRoleBindingProps {
  const { namespace, serviceAccount } = bucketUser(lab, lab.clusterBackup.identity);
  return {
    metadata: { name: CLUSTER_BACKUP_NAME },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: CLUSTER_BACKUP_NAME },
    subjects: [{ kind: "ServiceAccount", name: serviceAccount, namespace }],
  };
}
